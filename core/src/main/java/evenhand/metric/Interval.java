package evenhand.metric;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A range of values that chance could have made of the one measured, or the other way round.
 *
 * @param low finite, at most {@code high}
 * @param high finite
 */
public record Interval(double low, double high) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public Interval {
    if (!(low <= high && Double.isFinite(low) && Double.isFinite(high))) {
      throw new IllegalArgumentException("need finite low <= high, got " + low + " and " + high);
    }
  }

  /**
   * Wilson's score interval of a proportion, for counts that need not be whole. Never empty of the
   * proportion itself, and never outside [0, 1].
   *
   * <p>Wilson, "Probable inference, the law of succession, and statistical inference", JASA 1927.
   *
   * @param rate with at least some trials
   * @param effective how many independent rows the trials are worth, above 0; the trials themselves
   *     where rows have no weights
   * @param confidence in (0, 1)
   */
  public static Interval wilson(Rate rate, double effective, double confidence) {
    double p = rate.value().orElseThrow();
    double z = quantile(confidence);
    double z2 = z * z;
    double centre = p + z2 / (2 * effective);
    double reach = z * Math.sqrt(p * (1 - p) / effective + z2 / (4 * effective * effective));
    double scale = 1 + z2 / effective;
    double low = p == 0 ? 0 : (centre - reach) / scale;
    double high = p == 1 ? 1 : (centre + reach) / scale;
    return new Interval(Math.max(0, Math.min(p, low)), Math.min(1, Math.max(p, high)));
  }

  /**
   * The interval of an estimate whose error is normal.
   *
   * @param standardError finite, ≥ 0
   * @param confidence in (0, 1)
   */
  public static Interval normal(double value, double standardError, double confidence) {
    double reach = quantile(confidence) * standardError;
    return new Interval(value - reach, value + reach);
  }

  /**
   * The distance that the given share of some distances does not exceed.
   *
   * @param distances of replicates, shape [r], ≥ 0, at least one
   */
  public static double reach(double[] distances, double confidence) {
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    int at = (int) Math.ceil(confidence * (sorted.length + 1)) - 1;
    return sorted[Math.max(0, Math.min(sorted.length - 1, at))];
  }

  /** z such that a standard normal variable is within ±z with this probability. */
  private static double quantile(double confidence) {
    return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
  }

  /** Without what a quantity in [lowest, highest] can't be, and widened to hold {@code value}. */
  public Interval around(double value, double lowest, double highest) {
    return new Interval(
        Math.min(value, Math.max(low, lowest)), Math.max(value, Math.min(high, highest)));
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
