package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RegularizedLossTest extends LossContract {

  @Override
  Loss loss() {
    return new RegularizedLoss(
        new CrossEntropy(), new Dependence(Dependence.Measure.COVARIANCE, Batches.ATTRIBUTE), 3);
  }

  @Test
  void addsThePriceTimesTheUnevenness() {
    Batch batch = Batches.random(1, 30, 3);
    double[] logits = Batches.logits(1, 30);
    Dependence dependence = new Dependence(Dependence.Measure.COVARIANCE, Batches.ATTRIBUTE);

    assertThat(loss().on(batch, logits).value())
        .isCloseTo(
            new CrossEntropy().on(batch, logits).value() + 3 * dependence.on(batch, logits).value(),
            within(1e-15));
  }
}
