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
 * among the rows of the other label. Where no pair is out of order and nothing spreads, that of the
 * smaller label's rows as one proportion, one success and one failure added (Agresti and Coull, The
 * American Statistician 1998).
 */
public final class Auc {

  private final int[] labels;
  private final double[] scores;
  private final double[] weights;
  private final int[] order;
  private final Placements all;

  /**
   * Ranks the rows, once for any number of attributes.
   *
   * @param labels shape [n], each 0 or 1
   * @param scores shape [n], in [0, 1]
   * @param weights shape [n], finite, ≥ 0
   */
  public Auc(int[] labels, double[] scores, double[] weights) {
    this.labels = labels;
    this.scores = scores;
    this.weights = weights;
    this.order = Ascending.order(scores);
    this.all = placements(everyone());
  }

  private Groups everyone() {
    return new Groups("all", List.of("all"), new int[labels.length]);
  }

  /** Of all rows together. */
  public OptionalDouble overall() {
    return all.auc(0);
  }

  public Estimates of(Groups groups) {
    Placements own = placements(groups);
    int k = groups.names().size();
    double[] mean = new double[k];
    double[] count = new double[k];
    for (int i = 0; i < labels.length; i++) {
      mean[groups.codes()[i]] += all.influence(i, 0);
      count[groups.codes()[i]]++;
    }
    double[] together = new double[k];
    double[] spread = new double[k];
    for (int i = 0; i < labels.length; i++) {
      int g = groups.codes()[i];
      double ofAll = all.influence(i, 0) - mean[g] / count[g];
      together[g] += ofAll * own.influence(i, g);
      spread[g] += ofAll * ofAll;
    }
    List<OptionalDouble> values = new ArrayList<>();
    List<OptionalDouble> errors = new ArrayList<>();
    double[] shared = new double[k];
    double[] rest = new double[k];
    for (int g = 0; g < k; g++) {
      values.add(own.auc(g));
      OptionalDouble error = own.standardError(g);
      errors.add(error);
      if (error.isPresent() && error.getAsDouble() > 0) {
        shared[g] = together[g] / error.getAsDouble();
      }
      rest[g] = Math.sqrt(Math.max(0, spread[g] - shared[g] * shared[g]));
    }
    return new Estimates(values, errors, overall(), shared, rest);
  }

  /** Walks up the scores, tie by tie, with the weight of each group and label passed so far. */
  private Placements placements(Groups groups) {
    int[] codes = groups.codes();
    Placements placements = new Placements(labels, weights, codes, groups.names().size());
    double[] below = new double[2 * groups.names().size()];
    double[] tied = new double[below.length];
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        to++;
      }
      for (int at = from; at < to; at++) {
        int row = order[at];
        tied[2 * codes[row] + labels[row]] += weights[row];
      }
      for (int at = from; at < to; at++) {
        int row = order[at];
        int other = 2 * codes[row] + 1 - labels[row];
        placements.set(row, below[other] + tied[other] / 2);
      }
      for (int at = from; at < to; at++) {
        int row = order[at];
        int own = 2 * codes[row] + labels[row];
        below[own] += tied[own];
        tied[own] = 0;
      }
    }
    placements.finish();
    return placements;
  }

  /** An AUC without groups; the other numbers of {@link Estimates} are those of one group. */
  public Estimates ofAll() {
    return of(everyone());
  }
}
