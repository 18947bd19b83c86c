package evenhand.parity;

import evenhand.metric.Statistic;
import org.jspecify.annotations.Nullable;

/**
 * A number that is affine in the accepted weight of each group × label cell.
 *
 * @param slope by cell 2g + y, shape [2k]
 * @param constant its value when nobody is accepted
 */
record Affine(double[] slope, double constant) {

  /**
   * The rate of the groups [from, to) pooled; null where no weight counts.
   *
   * @param total weight of each cell 2g + y, shape [2k]
   */
  static @Nullable Affine rate(Statistic statistic, double[] total, int from, int to) {
    double[] slope = new double[total.length];
    double constant = 0;
    double trials = 0;
    for (int cell = 2 * from; cell < 2 * to; cell++) {
      int label = cell & 1;
      if (statistic.counts(label, 0)) {
        trials += total[cell];
        constant += total[cell] * statistic.hits(label, 0);
        slope[cell] = statistic.hits(label, 1) - statistic.hits(label, 0);
      }
    }
    if (trials == 0) {
      return null;
    }
    for (int cell = 2 * from; cell < 2 * to; cell++) {
      slope[cell] /= trials;
    }
    return new Affine(slope, constant / trials);
  }

  /**
   * How far one group's accepted positives exceed {@code bound} of all it has accepted, as a share
   * of the group's weight: ≥ 0 exactly where the group's precision is ≥ {@code bound} or nobody is
   * accepted. Null where the group has no weight.
   */
  static @Nullable Affine precisionOver(double bound, double[] total, int group) {
    double weight = total[2 * group] + total[2 * group + 1];
    if (weight == 0) {
      return null;
    }
    double[] slope = new double[total.length];
    slope[2 * group] = -bound / weight;
    slope[2 * group + 1] = (1 - bound) / weight;
    return new Affine(slope, 0);
  }

  /** {@code scale·this − otherScale·other}. */
  Affine minus(Affine other, double scale, double otherScale) {
    double[] difference = new double[slope.length];
    for (int c = 0; c < slope.length; c++) {
      difference[c] = scale * slope[c] - otherScale * other.slope[c];
    }
    return new Affine(difference, scale * constant - otherScale * other.constant);
  }

  Affine plus(double number) {
    return new Affine(slope, constant + number);
  }
}
