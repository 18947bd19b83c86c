package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class GroupSquaredErrorTest {

  @Nested
  final class WorstTest extends ScoreLossContract {

    @Override
    ScoreLoss loss() {
      return new GroupSquaredError(BoundedGroupLoss.How.WORST, Batches.ATTRIBUTE);
    }
  }

  @Nested
  final class RangeTest extends ScoreLossContract {

    @Override
    ScoreLoss loss() {
      return new GroupSquaredError(BoundedGroupLoss.How.RANGE, Batches.ATTRIBUTE);
    }
  }

  @Nested
  final class PairwiseTest extends ScoreLossContract {

    @Override
    ScoreLoss loss() {
      return new GroupSquaredError(BoundedGroupLoss.How.PAIRWISE, Batches.ATTRIBUTE);
    }
  }

  @Test
  void comparesTheErrorsAgainstRealTargets() {
    Predictions rows =
        new Predictions(
            new double[] {1, 3, 10},
            new double[] {2, 3, 8},
            new double[] {1, 3, 1},
            new Groups(Batches.ATTRIBUTE, List.of("a", "b", "none"), new int[] {0, 0, 1}));

    assertThat(value(BoundedGroupLoss.How.WORST, rows)).isCloseTo(4, within(1e-15));
    assertThat(value(BoundedGroupLoss.How.RANGE, rows)).isCloseTo(3.75, within(1e-15));
    assertThat(value(BoundedGroupLoss.How.PAIRWISE, rows)).isCloseTo(3.75, within(1e-15));
  }

  private static double value(BoundedGroupLoss.How how, Predictions rows) {
    return new GroupSquaredError(how, Batches.ATTRIBUTE).of(rows).value();
  }
}
