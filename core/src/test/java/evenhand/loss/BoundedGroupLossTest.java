package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class BoundedGroupLossTest {

  @Nested
  final class WorstTest extends LossContract {

    @Override
    Loss loss() {
      return new BoundedGroupLoss(BoundedGroupLoss.How.WORST, Batches.ATTRIBUTE);
    }
  }

  @Nested
  final class RangeTest extends LossContract {

    @Override
    Loss loss() {
      return new BoundedGroupLoss(BoundedGroupLoss.How.RANGE, Batches.ATTRIBUTE);
    }
  }

  @Nested
  final class PairwiseTest extends LossContract {

    @Override
    Loss loss() {
      return new BoundedGroupLoss(BoundedGroupLoss.How.PAIRWISE, Batches.ATTRIBUTE);
    }
  }

  @Test
  void comparesTheMeanLossesOfTheGroupsThatHaveRows() {
    Batch batch =
        new Batch(
            new int[] {1, 1, 1},
            new double[] {1, 1, 1},
            new double[] {1, 1, 1},
            List.of(new Groups(Batches.ATTRIBUTE, List.of("a", "b", "c"), new int[] {0, 0, 2})));
    double[] logits = {0, 0, Math.log(3)};
    double high = Math.log(2);
    double low = Math.log(4.0 / 3);

    assertThat(value(BoundedGroupLoss.How.WORST, batch, logits)).isCloseTo(high, within(1e-15));
    assertThat(value(BoundedGroupLoss.How.RANGE, batch, logits))
        .isCloseTo(high - low, within(1e-15));
    assertThat(value(BoundedGroupLoss.How.PAIRWISE, batch, logits))
        .isCloseTo(high - low, within(1e-15));
  }

  private static double value(BoundedGroupLoss.How how, Batch batch, double[] logits) {
    return new BoundedGroupLoss(how, Batches.ATTRIBUTE).on(batch, logits).value();
  }
}
