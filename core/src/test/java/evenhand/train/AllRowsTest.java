package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Outcome;
import evenhand.data.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AllRowsTest {

  private static TrainingData people(List<String> outcomes) {
    Table table =
        new Table(
            "people",
            List.of(
                new Column.Numeric("age", new double[] {20, 30, 40, 50}),
                Column.Categorical.of("sex", List.of("m", "f", "f", "m")),
                Column.Categorical.of("hired", outcomes)),
            4);
    return new TrainingData(
        table,
        Optional.empty(),
        Outcome.of(table, "hired", "yes"),
        List.of(GroupColumn.parse("sex")),
        TrainingData.Intersection.NONE,
        List.of("age"),
        Optional.empty(),
        WeightMeaning.ERROR_AND_PARITY);
  }

  @Test
  void noRowIsHeldOutAndNoneMoves() {
    AllRows all = AllRows.of(people(List.of("yes", "no", "no", "yes")));

    assertThat(all.rows().labels()).containsExactly(1, 0, 0, 1);
    assertThat(all.rows().groups().get(0).codes()).containsExactly(1, 0, 0, 1);
    assertThat(all.trusted()).isEmpty();
  }

  @Test
  void rowsToTrustAreReadAlike() {
    TrainingData data = people(List.of("yes", "no", "no", "yes"));

    AllRows all = AllRows.of(data.trusting(data.table().select(new int[] {1, 3})));

    assertThat(all.trusted().orElseThrow().labels()).containsExactly(0, 1);
    assertThat(all.rows().size()).isEqualTo(4);
  }

  @Test
  void bothLabelsAreNeeded() {
    TrainingData data = people(List.of("yes", "no", "no", "yes"));
    Table table = data.table().select(new int[] {0, 3});
    TrainingData one =
        new TrainingData(
            table,
            Optional.empty(),
            data.outcome(),
            data.groups(),
            data.intersection(),
            data.features(),
            data.weight(),
            data.weightMeaning());

    assertThatThrownBy(() -> AllRows.of(one))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("every training row has the same hired");
  }
}
