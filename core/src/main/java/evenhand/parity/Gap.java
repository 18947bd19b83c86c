package evenhand.parity;

import java.util.OptionalDouble;

/** The one definition of a disparity: how the values of several groups become one number. */
public final class Gap {

  private Gap() {}

  /**
   * Compares groups by one value each.
   *
   * <p>Difference: {@code max − min} between groups, {@code max |group − overall|} to overall.
   * Ratio: {@code min / max} between groups, the smallest {@code min(group / overall, overall /
   * group)} to overall. Worst group: the largest value itself.
   *
   * @param groups shape [k], k ≥ 1, finite; for ratios ≥ 0
   * @param overall the value of all rows together; only read by {@code TO_OVERALL}
   * @return empty for a ratio of 0 to 0
   */
  public static OptionalDouble of(
      double[] groups, double overall, Comparison comparison, Kind kind) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : groups) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (comparison == Comparison.WORST_GROUP) {
      return OptionalDouble.of(high);
    }
    if (kind == Kind.DIFFERENCE) {
      return OptionalDouble.of(
          comparison == Comparison.BETWEEN_GROUPS
              ? high - low
              : Math.max(high - overall, overall - low));
    }
    if (high == 0) {
      return OptionalDouble.empty();
    }
    if (comparison == Comparison.BETWEEN_GROUPS) {
      return OptionalDouble.of(low / high);
    }
    return overall == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(low / overall, overall / high));
  }
}
