package evenhand.metric;

import java.util.OptionalDouble;

/**
 * For every row, which share of its group's rows of the other label it is on the right side of: has
 * a higher score for label 1, a lower one for label 0.
 */
final class Placements {

  private final int[] labels;
  private final double[] weights;
  private final int[] codes;

  /** Of group g and label y at 2g + y. */
  private final double[] total;

  private final double[] squared;
  private final double[] spread;
  private final double[] auc;

  /** One row's share of its group's rows of its label; 0 where the group has no AUC. */
  private final double[] share;

  private final double[] placement;

  Placements(int[] labels, double[] weights, int[] codes, int groups) {
    this.labels = labels;
    this.weights = weights;
    this.codes = codes;
    this.total = new double[2 * groups];
    this.squared = new double[2 * groups];
    this.spread = new double[2 * groups];
    this.auc = new double[groups];
    this.share = new double[2 * groups];
    this.placement = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      int cell = 2 * codes[i] + labels[i];
      total[cell] += weights[i];
      squared[cell] += weights[i] * weights[i];
    }
  }

  /**
   * @param below weight of the group's rows of the other label with a lower score, ties half
   */
  void set(int row, double below) {
    double others = total[2 * codes[row] + 1 - labels[row]];
    if (others > 0) {
      placement[row] = labels[row] == 1 ? below / others : 1 - below / others;
    }
  }

  /** To be called once, after every row was set. */
  void finish() {
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == 1) {
        auc[codes[i]] += weights[i] * placement[i];
      }
    }
    for (int g = 0; g < auc.length; g++) {
      if (isDefined(g)) {
        auc[g] /= total[2 * g + 1];
        share[2 * g] = 1 / total[2 * g];
        share[2 * g + 1] = 1 / total[2 * g + 1];
      }
    }
    for (int i = 0; i < labels.length; i++) {
      double part = influence(i, codes[i]);
      spread[2 * codes[i] + labels[i]] += part * part;
    }
  }

  OptionalDouble auc(int group) {
    return isDefined(group) ? OptionalDouble.of(auc[group]) : OptionalDouble.empty();
  }

  /** How much one more row like this would move its group's AUC; 0 where that is undefined. */
  double influence(int row, int group) {
    return weights[row] * (placement[row] - auc[group]) * share[2 * group + labels[row]];
  }

  OptionalDouble standardError(int group) {
    if (!isDefined(group)) {
      return OptionalDouble.empty();
    }
    double negatives = effective(2 * group);
    double positives = effective(2 * group + 1);
    if (!(negatives > 1 && positives > 1)) {
      return OptionalDouble.empty();
    }
    double variance =
        spread[2 * group] * negatives / (negatives - 1)
            + spread[2 * group + 1] * positives / (positives - 1);
    return OptionalDouble.of(
        variance > 0 ? Math.sqrt(variance) : withoutSpread(Math.min(negatives, positives)));
  }

  private static double withoutSpread(double rows) {
    double p = 1 / (rows + 2);
    return Math.sqrt(p * (1 - p) / (rows + 2));
  }

  private double effective(int cell) {
    return total[cell] * total[cell] / squared[cell];
  }

  private boolean isDefined(int group) {
    return total[2 * group] > 0 && total[2 * group + 1] > 0;
  }
}
