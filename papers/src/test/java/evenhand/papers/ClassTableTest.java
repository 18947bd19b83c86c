package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.report.ReproducedTable;
import evenhand.report.ReproducedTable.Column;
import evenhand.report.ReproducedTable.Entry;
import evenhand.report.ReproducedTable.Published;
import evenhand.report.ReproducedTable.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ClassTableTest {

  private static final ClassScores ONE = new ClassScores(10, 20, 90);
  private static final ClassScores OTHER = new ClassScores(14, 26, 80);

  private static Cell cell(ClassScores scores) {
    return Cell.of(ClassTable.figures(scores));
  }

  @Test
  void thePapersMethodsComeFirstRunOrNotThenOurOwn() {
    Map<String, double[]> paper = new LinkedHashMap<>();
    paper.put("uniform", new double[] {1, 2, 3, 4, 5, 6});
    paper.put("unrun", new double[] {7, 8, 9, 10, 11, 12});
    Map<String, List<Cell>> cells = new LinkedHashMap<>();
    cells.put("ours", List.of(cell(ONE)));
    cells.put("uniform", List.of(cell(ONE), cell(OTHER)));

    ReproducedTable table = ClassTable.of("Table 9", paper, cells).table();

    assertThat(table.title()).isEqualTo("Table 9");
    assertThat(table.columns())
        .extracting(Column::metric)
        .containsExactly("TPRD (%)", "maxFNR (%)", "accuracy (%)");
    assertThat(table.rows()).extracting(Row::method).containsExactly("uniform", "unrun", "ours");
    List<Entry> uniform = table.rows().get(0).entries();
    assertThat(uniform)
        .extracting(entry -> entry.paper().orElseThrow())
        .containsExactly(Published.of(1, 2), Published.of(3, 4), Published.of(5, 6));
    assertThat(uniform)
        .extracting(entry -> entry.ours().orElseThrow().mean())
        .containsExactly(12., 23., 85.);
    assertThat(uniform.get(2).ours().orElseThrow().standardError().orElseThrow())
        .as("of 90 and 80: half of what lies between")
        .isCloseTo(5, within(1e-12));
    assertThat(table.rows().get(1).entries()).allMatch(entry -> entry.ours().isEmpty());
    assertThat(table.rows().get(2).entries())
        .allMatch(entry -> entry.paper().isEmpty())
        .allMatch(
            entry -> entry.ours().orElseThrow().standardError().equals(OptionalDouble.empty()));
  }

  @Test
  void aCellMayHoldSeveralTrainingsScores() {
    Map<String, Double> figures = new LinkedHashMap<>();
    ClassTable.figures(ONE).forEach((name, figure) -> figures.put("first " + name, figure));
    ClassTable.figures(OTHER).forEach((name, figure) -> figures.put("second " + name, figure));

    assertThat(ClassTable.scores(Cell.of(figures), "first ")).isEqualTo(ONE);
    assertThat(ClassTable.scores(Cell.of(figures), "second ")).isEqualTo(OTHER);
    assertThat(ClassTable.scores(cell(ONE), "")).isEqualTo(ONE);
  }
}
