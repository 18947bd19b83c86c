package evenhand.loss;

import evenhand.learner.Sigmoid;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Stands in for the decision 1[logit ≥ 0], which has no slope.
 *
 * @param curve its shape
 * @param temperature of the logits, &gt; 0; the smaller, the closer to the decision and the fewer
 *     the rows that still move it
 */
public record Smoothing(Curve curve, double temperature) {

  /** Distribution functions. */
  public enum Curve {
    /** Logistic. */
    SIGMOID,
    /** Standard normal. */
    PROBIT
  }

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public Smoothing {
    if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a temperature must be positive and finite, was " + temperature);
    }
  }

  /** The probability P(y=1) itself. */
  public static Smoothing defaults() {
    return new Smoothing(Curve.SIGMOID, 1);
  }

  /** In [0, 1], increasing in the logit. */
  public double of(double logit) {
    return switch (curve) {
      case SIGMOID -> Sigmoid.of(logit / temperature);
      case PROBIT -> NORMAL.cumulativeProbability(logit / temperature);
    };
  }

  /** Derivative of {@link #of}, ≥ 0. */
  public double slope(double logit) {
    return switch (curve) {
      case SIGMOID -> {
        double p = Sigmoid.of(logit / temperature);
        yield p * (1 - p) / temperature;
      }
      case PROBIT -> NORMAL.density(logit / temperature) / temperature;
    };
  }
}
