package evenhand.gradient;

import evenhand.gradient.Aggregation.Agreed;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Weights that were fixed beforehand.
 *
 * @param weights finite, shape [K]
 */
public record Linear(double[] weights) implements GradientAggregator {

  public Linear {
    if (weights.length == 0 || !Arrays.stream(weights).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("need finite weights, got " + Arrays.toString(weights));
    }
  }

  /** 1/K each. */
  public static Linear mean(int players) {
    double[] weights = new double[players];
    Arrays.fill(weights, 1.0 / players);
    return new Linear(weights);
  }

  /** 1 each. */
  public static Linear sum(int players) {
    double[] weights = new double[players];
    Arrays.fill(weights, 1);
    return new Linear(weights);
  }

  @Override
  public Aggregation weigh(Gramian gradients, RandomGenerator random) {
    if (gradients.size() != weights.length) {
      throw new IllegalArgumentException(
          weights.length + " weights cannot weigh " + gradients.size() + " gradients");
    }
    return new Agreed(weights.clone());
  }
}
