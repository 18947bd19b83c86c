package evenhand.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The slice of {@link ClippingStudy} that docs/bargaining.md quotes. */
final class ClippingTest {

  /** Four players, 32 examples, 5 parameters, nothing in common: 20.2 % of 1000 steps. */
  @Test
  void inSmallBatchesABargainDoesNotSurviveClipping() {
    ClippingStudy.Found found = new ClippingStudy(4, 32, 5, 0).run(300, 1);

    assertThat(found.agreed()).isEqualTo(300);
    assertThat(found.broken()).isBetween(45, 80);
    assertThat(found.worsened()).isGreaterThanOrEqualTo(found.broken());
  }

  /** Examples are as often on either side, so that clipping halves the step: 1 of 1000. */
  @Test
  void inLargeBatchesItMostlyDoes() {
    ClippingStudy.Found found = new ClippingStudy(4, 512, 5, 0.5).run(100, 1);

    assertThat(found.agreed()).isEqualTo(100);
    assertThat(found.broken()).isLessThanOrEqualTo(2);
  }

  /** What is left for certain: Σ αₖ⟨gₖ, w⟩ = -‖max(-g, 0)‖² for w = max(-g, 0). */
  @Test
  void theWeightedSumOfTheLossesStillFalls() {
    for (int seed = 0; seed < 100; seed++) {
      double[][] gradients = Gradients.reconcilable(seed);
      Aggregation result =
          NashBargaining.defaults().weigh(Gramian.of(gradients), new SplittableRandom(1));
      assertThat(result).isInstanceOf(Aggregation.Agreed.class);
      double[] weights = ((Aggregation.Agreed) result).weights();
      double[] aggregated = Gradients.sum(weights, gradients);
      double[] clipped = aggregated.clone();
      for (int i = 0; i < clipped.length; i++) {
        clipped[i] = Math.max(0, -clipped[i]);
      }
      double change = 0;
      for (int k = 0; k < weights.length; k++) {
        change += weights[k] * Gradients.dot(gradients[k], clipped);
      }
      assertThat(change).isLessThanOrEqualTo(1e-9);
    }
  }
}
