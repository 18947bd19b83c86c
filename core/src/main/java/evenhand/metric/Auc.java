package evenhand.metric;

import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The area under the ROC curve: the probability that a row of label 1 has a higher score than one
 * of label 0, ties counted half; a pair of rows weighs the product of their weights. Undefined
 * without rows of both labels.
 *
 * <p>Standard errors: DeLong, DeLong and Clarke-Pearson, Biometrics 1988, from each row's placement
 * among the rows of the other label. Where all rows of a label are placed alike and nothing
 * spreads, that of the rarer label's rows as one proportion, one success and one failure added
 * (Agresti and Caffo, The American Statistician 2000).
 */
public final class Auc {

  private final int[] order;

  /** In order of the scores, as all arrays below. */
  private final int[] labels;

  private final double[] scores;
  private final double[] weights;
  private final Placements all;

  /**
   * Ranks the rows, once for any number of attributes.
   *
   * @param labels shape [n], each 0 or 1
   * @param scores shape [n], in [0, 1]
   * @param weights shape [n], finite, ≥ 0
   */
  public Auc(int[] labels, double[] scores, double[] weights) {
    int n = labels.length;
    this.order = Ascending.order(scores);
    this.labels = new int[n];
    this.scores = new double[n];
    this.weights = new double[n];
    for (int i = 0; i < n; i++) {
      this.labels[i] = labels[order[i]];
      this.scores[i] = scores[order[i]];
      this.weights[i] = weights[order[i]];
    }
    this.all = placements(new int[n], 1);
  }

  /** Of all rows together. */
  public OptionalDouble overall() {
    return all.auc(0);
  }

  /** Of every group of a partition of the rows. */
  public Estimates of(Groups groups) {
    int n = order.length;
    int k = groups.names().size();
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      codes[i] = groups.codes()[order[i]];
    }
    Placements own = placements(codes, k);
    double[] mean = new double[k];
    double[] count = new double[k];
    for (int i = 0; i < n; i++) {
      mean[codes[i]] += all.influence(i, 0);
      count[codes[i]]++;
    }
    for (int g = 0; g < k; g++) {
      mean[g] /= Math.max(1, count[g]);
    }
    double[] together = new double[k];
    double[] spread = new double[k];
    for (int i = 0; i < n; i++) {
      int g = codes[i];
      double ofAll = all.influence(i, 0) - mean[g];
      together[g] += ofAll * own.influence(i, g);
      spread[g] += ofAll * ofAll;
    }
    return estimates(own, together, spread);
  }

  private Estimates estimates(Placements own, double[] together, double[] spread) {
    int k = spread.length;
    List<OptionalDouble> values = new ArrayList<>();
    List<OptionalDouble> errors = new ArrayList<>();
    double[] shared = new double[k];
    double[] rest = new double[k];
    for (int g = 0; g < k; g++) {
      values.add(own.auc(g));
      OptionalDouble error = own.standardError(g);
      errors.add(error);
      if (error.orElse(0) > 0) {
        shared[g] = together[g] / error.getAsDouble();
      }
      rest[g] = Math.sqrt(Math.max(0, spread[g] - shared[g] * shared[g]));
    }
    return new Estimates(values, errors, overall(), shared, rest);
  }

  /** Walks up the scores, tie by tie, with the weight of each group and label passed so far. */
  private Placements placements(int[] codes, int groups) {
    Placements placements = new Placements(labels, weights, codes, groups);
    double[] below = new double[2 * groups];
    double[] tied = new double[2 * groups];
    for (int from = 0, to; from < labels.length; from = to) {
      to = from;
      while (to < labels.length && scores[to] == scores[from]) {
        tied[2 * codes[to] + labels[to]] += weights[to];
        to++;
      }
      for (int i = from; i < to; i++) {
        int other = 2 * codes[i] + 1 - labels[i];
        placements.set(i, below[other] + tied[other] / 2);
      }
      for (int i = from; i < to; i++) {
        int own = 2 * codes[i] + labels[i];
        below[own] += tied[own];
        tied[own] = 0;
      }
    }
    placements.finish();
    return placements;
  }
}
