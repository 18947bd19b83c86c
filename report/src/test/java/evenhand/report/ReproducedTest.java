package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.report.ReproducedTable.Column;
import evenhand.report.ReproducedTable.Entry;
import evenhand.report.ReproducedTable.Measured;
import evenhand.report.ReproducedTable.Published;
import evenhand.report.ReproducedTable.Row;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One reproduction in its three forms. */
final class ReproducedTest {

  private static Reproduced example() {
    ReproducedTable table =
        new ReproducedTable(
            "Table 4",
            List.of(new Column("accuracy", 2), new Column("steps", 0)),
            List.of(
                new Row(
                    "uniform",
                    List.of(
                        Entry.of(Published.of(95.24, 0.1), Measured.of(95, 95.5, 96)),
                        Entry.ours(Measured.of(10)))),
                new Row(
                    "<script>",
                    List.of(
                        new Entry(Optional.of(Published.of(95.9)), Optional.empty()),
                        Entry.ours(Measured.of(20))))));
    return new Reproduced(
        "toy",
        "A toy & its table",
        Map.of("scale", "slice"),
        List.of(table),
        List.of(new Reproduced.Picture("a.svg", "A line.", "<svg/>")),
        List.of("Nothing was left open."));
  }

  @Test
  void textHasThePapersFigureBesideOurs() throws IOException {
    StringBuilder out = new StringBuilder();
    ReproducedText.write(example(), Terminal.plain(), out);

    assertThat(out.toString())
        .isEqualTo(
            """
            A toy & its table

            Table 4 (ours: mean ± standard error of 1 to 3 runs)
              method    accuracy, paper          ours  steps
              uniform      95.24 ± 0.10  95.50 ± 0.29     10
              <script>            95.90             —     20

            - Nothing was left open.
            """);
  }

  @Test
  void jsonHasEveryDigitAndNullForWhatIsMissing() {
    JsonNode tree = ReproducedJson.tree(example());

    assertThat(tree.get("schema").asText()).isEqualTo("evenhand.reproduce/1");
    assertThat(tree.at("/tables/0/rows/0/metrics/0/paper/value").asDouble()).isEqualTo(95.24);
    assertThat(tree.at("/tables/0/rows/0/metrics/0/ours/standard_error").asDouble())
        .isEqualTo(0.28867513459481287);
    assertThat(tree.at("/tables/0/rows/0/metrics/1/paper").isNull()).isTrue();
    assertThat(tree.at("/tables/0/rows/0/metrics/1/ours/standard_error").isNull()).isTrue();
    assertThat(tree.at("/tables/0/rows/1/metrics/0/paper/error").isNull()).isTrue();
    assertThat(tree.at("/tables/0/rows/1/metrics/0/ours").isNull()).isTrue();
    assertThat(tree.at("/pictures/0/file").asText()).isEqualTo("a.svg");
    assertThat(tree.at("/configuration/scale").asText()).isEqualTo("slice");
  }

  @Test
  void pageHoldsThePictureAndNoMarkupFromNames() {
    String page = ReproducedHtml.of(example());

    assertThat(page)
        .contains("<td class=\"number\">95.50 ± 0.29</td>")
        .contains("&lt;script&gt;</th>")
        .contains("data:image/svg+xml;base64,PHN2Zy8+")
        .contains("A toy &amp; its table");
  }

  @Test
  void aRowHasAnEntryForEveryColumn() {
    assertThatThrownBy(
            () ->
                new ReproducedTable(
                    "t", List.of(new Column("a", 1)), List.of(new Row("m", List.of()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("m has 0 entries for 1 columns");
  }

  @Test
  void errorsOfMeansAreThoseOfTheSample() {
    Measured measured = Measured.of(1, 2, 3, 4);

    assertThat(measured.mean()).isEqualTo(2.5);
    assertThat(measured.standardError()).hasValue(Math.sqrt(5.0 / 3 / 4));
    assertThat(Measured.of(7).standardError()).isEmpty();
  }

  @Test
  void aChangeHasItsSignAndNoneHasNone() {
    assertThat(Measured.of(-1.25, -1.45).signed()).isEqualTo("−1.35 ± 0.10");
    assertThat(Measured.of(1.25).signed()).isEqualTo("+1.25 (one run)");
    assertThat(Measured.of(-0.004, 0.001).signed()).isEqualTo("0.00 ± 0.00");
    assertThat(Measured.of(-0.006).signed()).isEqualTo("−0.01 (one run)");
    assertThat(Measured.of(10).signed()).isEqualTo("+10.00 (one run)");
  }
}
