package evenhand.audit;

import evenhand.metric.Interval;
import evenhand.parity.Comparison;
import evenhand.parity.Gap;
import evenhand.parity.Kind;

/**
 * What drawing every group's rows anew adds to the values of one metric.
 *
 * @param groups shape [k][replicates]
 * @param overall of all rows together, shape [replicates]
 */
record Errors(double[][] groups, double[] overall) {

  /**
   * The gap that each replicate's errors make between some groups. No gap can err by more: a gap is
   * the largest of several differences of values, so it moves by at most the largest move of one.
   *
   * @param chosen indices of groups, at least one
   * @return shape [replicates], ≥ 0
   */
  double[] gaps(int[] chosen, Comparison comparison) {
    double[] gaps = new double[overall.length];
    double[] values = new double[chosen.length];
    for (int r = 0; r < gaps.length; r++) {
      for (int j = 0; j < chosen.length; j++) {
        double error = groups[chosen[j]][r];
        values[j] = comparison == Comparison.WORST_GROUP ? Math.abs(error) : error;
      }
      gaps[r] = Gap.of(values, overall[r], comparison, Kind.DIFFERENCE).orElseThrow();
    }
    return gaps;
  }

  /** The distance that the given share of errors does not exceed. */
  static double reach(double[] distances, double confidence) {
    return Interval.reach(distances, confidence);
  }
}
