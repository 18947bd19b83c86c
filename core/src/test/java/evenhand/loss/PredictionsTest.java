package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.Groups;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PredictionsTest {

  private static final Groups GROUPS =
      new Groups("region", List.of("n", "s", "none"), new int[] {0, 1, 1});

  @Test
  void weightsWithinGroupsAddUpToOneInEach() {
    Predictions rows =
        new Predictions(new double[3], new double[3], new double[] {2, 1, 3}, GROUPS);

    assertThat(rows.withinGroups()).containsExactly(1, 0.25, 0.75);
    assertThat(rows.present()).isEqualTo(2);
    assertThat(rows.totals()).containsExactly(2, 4, 0);
  }

  @Test
  void rowsWithoutWeightMakeNoGroup() {
    Predictions rows =
        new Predictions(new double[3], new double[3], new double[] {0, 1, 3}, GROUPS);

    assertThat(rows.withinGroups()).containsExactly(0, 0.25, 0.75);
    assertThat(rows.present()).isEqualTo(1);
  }

  @Test
  void refusesOtherSizes() {
    assertThatThrownBy(() -> new Predictions(new double[3], new double[2], new double[3], GROUPS))
        .hasMessage("sizes differ: 3 predictions, 2 targets, 3 weights, 3 rows of region");
  }
}
