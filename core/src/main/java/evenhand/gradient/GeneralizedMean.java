package evenhand.gradient;

import java.util.Arrays;

/**
 * The power mean (1/K Σ lᵢᵖ)^(1/p) of losses &gt; 0. Powers above 1 heed the worst off, powers
 * below 1 the best off; 1 is the mean, 0 the geometric mean, -1 the harmonic mean.
 *
 * @param power p, finite
 */
public record GeneralizedMean(double power) implements Scalarization {

  public GeneralizedMean {
    if (!Double.isFinite(power)) {
      throw new IllegalArgumentException("the power must be finite, was " + power);
    }
  }

  /**
   * @param losses each &gt; 0: shift them by a known lower bound where they are not
   */
  @Override
  public double value(double[] losses) {
    double scale = checked(losses);
    if (power == 0) {
      return Math.exp(Arrays.stream(losses).map(Math::log).average().orElseThrow());
    }
    double mean =
        Arrays.stream(losses).map(loss -> Math.pow(loss / scale, power)).average().orElseThrow();
    return scale * Math.pow(mean, 1 / power);
  }

  /**
   * 1/K·(lᵢ/mean)^(p-1) each.
   *
   * @param losses each &gt; 0
   */
  @Override
  public Linear at(double[] losses) {
    double mean = value(losses);
    return new Linear(
        Arrays.stream(losses)
            .map(loss -> Math.pow(loss / mean, power - 1) / losses.length)
            .toArray());
  }

  /** The loss that dominates the sum of powers. */
  private double checked(double[] losses) {
    for (int i = 0; i < losses.length; i++) {
      if (!(losses[i] > 0 && losses[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a generalized mean needs losses above 0, loss " + i + " is " + losses[i]);
      }
    }
    return power > 0
        ? Arrays.stream(losses).max().orElseThrow()
        : Arrays.stream(losses).min().orElseThrow();
  }
}
