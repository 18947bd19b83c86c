package evenhand.torch;

import evenhand.metric.Auc;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How well an adversary told the groups of some rows.
 *
 * @param balancedAccuracy mean over the groups of the share of their rows that was told rightly, in
 *     [0, 1]; 1 / groups by chance
 * @param auc of two groups, in [0, 1]; 0.5 by chance; of more than two: empty
 */
record Recovered(double balancedAccuracy, OptionalDouble auc) {

  /**
   * @param logits of the groups, shape [n, k], row-major
   * @param groups shape [n]
   */
  static Recovered of(double[] logits, int[] groups, int k) {
    int[] right = new int[k];
    int[] all = new int[k];
    double[] margin = new double[groups.length];
    for (int i = 0; i < groups.length; i++) {
      int told = 0;
      for (int g = 1; g < k; g++) {
        told = logits[i * k + g] > logits[i * k + told] ? g : told;
      }
      all[groups[i]]++;
      right[groups[i]] += told == groups[i] ? 1 : 0;
      margin[i] = logits[i * k + 1] - logits[i * k];
    }
    double sum = 0;
    int present = 0;
    for (int g = 0; g < k; g++) {
      if (all[g] > 0) {
        sum += (double) right[g] / all[g];
        present++;
      }
    }
    double[] ones = new double[groups.length];
    Arrays.fill(ones, 1);
    return new Recovered(
        sum / present, k == 2 ? new Auc(groups, margin, ones).overall() : OptionalDouble.empty());
  }

  @Override
  public String toString() {
    String first = String.format(Locale.ROOT, "balanced accuracy %.3f", balancedAccuracy);
    return auc.isEmpty()
        ? first
        : first + String.format(Locale.ROOT, ", AUC %.3f", auc.getAsDouble());
  }
}
