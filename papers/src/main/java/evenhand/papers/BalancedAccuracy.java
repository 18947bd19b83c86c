package evenhand.papers;

import evenhand.data.Groups;
import java.util.Optional;

/**
 * The mean of true positive and true negative rate, which Nash-Meta-Learning's authors call AUC: of
 * decisions it is the same.
 *
 * @param overall of all rows
 * @param gap largest minus smallest of a group: their max-gAUCD
 * @param worst the smallest of a group: their worst-gAUC
 */
record BalancedAccuracy(double overall, double gap, double worst) {

  /**
   * @return empty where a group with rows, or all rows, lack one of the labels
   */
  static Optional<BalancedAccuracy> of(int[] labels, int[] decisions, Groups groups) {
    int count = groups.names().size();
    int[][] rows = new int[count + 1][2];
    int[][] hits = new int[count + 1][2];
    for (int i = 0; i < labels.length; i++) {
      for (int g : new int[] {groups.codes()[i], count}) {
        rows[g][labels[i]]++;
        hits[g][labels[i]] += labels[i] == decisions[i] ? 1 : 0;
      }
    }
    double least = 1;
    double most = 0;
    double overall = 0;
    for (int g = 0; g <= count; g++) {
      if (rows[g][0] + rows[g][1] == 0 && g < count) {
        continue;
      }
      if (rows[g][0] == 0 || rows[g][1] == 0) {
        return Optional.empty();
      }
      double own = ((double) hits[g][0] / rows[g][0] + (double) hits[g][1] / rows[g][1]) / 2;
      if (g == count) {
        overall = own;
      } else {
        least = Math.min(least, own);
        most = Math.max(most, own);
      }
    }
    return Optional.of(new BalancedAccuracy(overall, most - least, least));
  }
}
