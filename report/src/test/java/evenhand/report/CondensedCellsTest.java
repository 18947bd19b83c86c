package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.Column;
import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Sample;
import evenhand.data.Table;
import evenhand.report.CondensedCells.Count;
import evenhand.train.Condensed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class CondensedCellsTest {

  private static final Condensed CONDENSED =
      new Condensed(
          List.of(
              new Condensed.Row(true, Optional.empty()),
              new Condensed.Row(false, Optional.of(new Condensed.Worth(0.5, 0.25, 0))),
              new Condensed.Row(true, Optional.of(new Condensed.Worth(1, 2, 0))),
              new Condensed.Row(true, Optional.of(new Condensed.Worth(2, 3, 0)))),
          Map.of("share", "0.3"));

  private static CondensedCells cells() {
    double[] ones = {1, 1, 1, 1};
    Sample sample =
        new Sample(
            new DenseMatrix(4, 1, new float[4]),
            new int[] {0, 1, 1, 1},
            ones,
            ones,
            List.of(new Groups("sex", List.of("f", "m"), new int[] {0, 1, 1, 0})));
    Table table =
        new Table(
            "t", List.of(Column.Categorical.of("paid", List.of("no", "yes", "yes", "yes"))), 4);
    return CondensedCells.of(CONDENSED, sample, Outcome.of(table, "paid", "yes"));
  }

  @Test
  void everyGroupAndLabelIsCounted() {
    assertThat(cells().counts())
        .containsExactly(
            new Count("sex", "f", "no", 1, 1, OptionalDouble.empty()),
            new Count("sex", "f", "yes", 1, 1, OptionalDouble.of(2)),
            new Count("sex", "m", "no", 0, 0, OptionalDouble.empty()),
            new Count("sex", "m", "yes", 2, 1, OptionalDouble.of(0.75)));
  }

  @Test
  void asJsonNoWeightIsNull() {
    ObjectNode tree = CondensedJson.tree("people.csv", CONDENSED, cells());

    assertThat(tree.path("schema").asText()).isEqualTo("evenhand.condense/1");
    assertThat(tree.path("rows").asInt()).isEqualTo(4);
    assertThat(tree.path("kept").asInt()).isEqualTo(3);
    assertThat(tree.path("trusted").asInt()).isEqualTo(1);
    assertThat(tree.path("groups").path(0).path("weight").isNull()).isTrue();
    assertThat(tree.path("groups").path(3).path("weight").asDouble()).isEqualTo(0.75);
    assertThat(tree.path("configuration").path("share").asText()).isEqualTo("0.3");
  }

  @Test
  void asTextDroppedRowsAreCounted() throws IOException {
    StringBuilder out = new StringBuilder();
    CondensedText.write(CONDENSED, cells(), Terminal.plain(), out);

    assertThat(out.toString())
        .startsWith("kept 3 of 4 rows; 1 of them were trusted and not weighed\n")
        .containsPattern("sex=m +yes +2 +1 +0.750\n");
  }
}
