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

  /**
   * Which groups make the gap that {@link #of} measures.
   *
   * @return indices: the highest and the lowest group between groups, else one; none where the
   *     groups are all even. Of equals the first.
   */
  public static int[] makers(double[] groups, double overall, Comparison comparison, Kind kind) {
    int low = 0;
    int high = 0;
    int far = 0;
    for (int g = 1; g < groups.length; g++) {
      low = groups[g] < groups[low] ? g : low;
      high = groups[g] > groups[high] ? g : high;
      far = distance(groups[g], overall, kind) > distance(groups[far], overall, kind) ? g : far;
    }
    return switch (comparison) {
      case WORST_GROUP -> new int[] {high};
      case BETWEEN_GROUPS -> groups[high] > groups[low] ? new int[] {high, low} : new int[0];
      case TO_OVERALL -> distance(groups[far], overall, kind) > 0 ? new int[] {far} : new int[0];
    };
  }

  private static double distance(double group, double overall, Kind kind) {
    return kind == Kind.DIFFERENCE
        ? Math.abs(group - overall)
        : 1 - Math.min(group / overall, overall / group);
  }
}
