package evenhand.calibrate;

import java.util.Arrays;

/**
 * Straight lines between knots; scores outside of them get the nearest knot's value.
 *
 * @param scores of the knots, increasing, finite, at least one
 * @param values of the knots, in [0, 1], never decreasing
 */
public record IsotonicMap(double[] scores, double[] values) implements CalibrationMap {

  /** Knots of one map at most. */
  static final int MOST_KNOTS = 1_000_000;

  public IsotonicMap {
    if (scores.length == 0 || scores.length != values.length || scores.length > MOST_KNOTS) {
      throw new IllegalArgumentException(
          "need 1 to %d knots, got %d scores and %d values"
              .formatted(MOST_KNOTS, scores.length, values.length));
    }
    for (int k = 0; k < scores.length; k++) {
      boolean inside = values[k] >= 0 && values[k] <= 1 && Double.isFinite(scores[k]);
      boolean after = k == 0 || (scores[k] > scores[k - 1] && values[k] >= values[k - 1]);
      if (!inside || !after) {
        throw new IllegalArgumentException(
            "knot %d, %s to %s, is out of order or range".formatted(k, scores[k], values[k]));
      }
    }
  }

  @Override
  public double of(double score) {
    int last = scores.length - 1;
    if (score <= scores[0]) {
      return values[0];
    }
    if (score >= scores[last]) {
      return values[last];
    }
    int found = Arrays.binarySearch(scores, score);
    if (found >= 0) {
      return values[found];
    }
    int next = -found - 1;
    double share = (score - scores[next - 1]) / (scores[next] - scores[next - 1]);
    double value = values[next - 1] + share * (values[next] - values[next - 1]);
    return Math.min(values[next], value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IsotonicMap that
        && Arrays.equals(scores, that.scores)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(scores) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "IsotonicMap[" + scores.length + " knots]";
  }
}
