package evenhand.loss;

import evenhand.data.Groups;
import java.util.Arrays;

/**
 * Real-valued predictions beside what they aim at: scores beside labels, or a regression's outputs
 * beside its targets. The arrays are handed over, not copied.
 *
 * @param values shape [n], finite
 * @param targets shape [n], finite
 * @param weights shape [n], finite, ≥ 0: how much a row counts in its group
 * @param groups of the same n rows; a group may have none
 */
public record Predictions(double[] values, double[] targets, double[] weights, Groups groups) {

  public Predictions {
    int n = values.length;
    if (targets.length != n || weights.length != n || groups.size() != n) {
      throw new IllegalArgumentException(
          "sizes differ: %d predictions, %d targets, %d weights, %d rows of %s"
              .formatted(n, targets.length, weights.length, groups.size(), groups.attribute()));
    }
  }

  /** n: the number of rows. */
  public int size() {
    return values.length;
  }

  int code(int row) {
    return groups.codes()[row];
  }

  /** Weight of the rows of each group, shape [k]. */
  double[] totals() {
    double[] totals = new double[groups.names().size()];
    for (int i = 0; i < weights.length; i++) {
      totals[code(i)] += weights[i];
    }
    return totals;
  }

  /** Weights of the rows within their groups, which add up to 1 in each; shape [n]. */
  double[] withinGroups() {
    double[] totals = totals();
    double[] within = new double[weights.length];
    for (int i = 0; i < within.length; i++) {
      within[i] = weights[i] == 0 ? 0 : weights[i] / totals[code(i)];
    }
    return within;
  }

  /** How many groups have a row that counts. */
  int present() {
    return (int) Arrays.stream(totals()).filter(total -> total > 0).count();
  }
}
