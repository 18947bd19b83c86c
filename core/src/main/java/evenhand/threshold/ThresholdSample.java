package evenhand.threshold;

import evenhand.data.DataException;
import evenhand.data.Groups;
import java.util.Arrays;
import java.util.List;

/**
 * Rows whose score, label and groups are known. The arrays are handed over, not copied.
 *
 * @param scores shape [n], finite; higher means label 1 is more likely, any scale
 * @param labels shape [n], each 0 or 1
 * @param weights shape [n], finite, ≥ 0, not all 0: how many people a row stands for
 * @param groups one partition of the n rows per attribute, at least one
 */
public record ThresholdSample(
    double[] scores, int[] labels, double[] weights, List<Groups> groups) {

  /**
   * @throws DataException for no rows, no groups, a score that is not finite, a label other than 0
   *     and 1, or weights that are negative or all 0
   */
  public ThresholdSample {
    groups = List.copyOf(groups);
    int n = scores.length;
    if (n == 0) {
      throw new DataException("there are no rows to fit thresholds on");
    }
    if (groups.isEmpty()) {
      throw new DataException("thresholds need groups; name the group columns with --group");
    }
    if (labels.length != n
        || weights.length != n
        || groups.stream().anyMatch(each -> each.size() != n)) {
      throw new IllegalArgumentException(
          "sizes differ: %d scores, %d labels, %d weights, groups of %s rows"
              .formatted(
                  n, labels.length, weights.length, groups.stream().map(Groups::size).toList()));
    }
    double total = 0;
    for (int i = 0; i < n; i++) {
      check("score", i, scores[i], Double.isFinite(scores[i]), "finite");
      check("label", i, labels[i], labels[i] == 0 || labels[i] == 1, "0 or 1");
      check("weight", i, weights[i], weights[i] >= 0 && weights[i] < 1e300, "0 or more");
      total += weights[i];
    }
    if (!(total > 0)) {
      throw new DataException("every weight is 0, at least one row must count");
    }
  }

  private static void check(String what, int row, double value, boolean good, String allowed) {
    if (!good) {
      throw new DataException(
          "the %s of row %d is %s; it must be %s".formatted(what, row + 1, value, allowed));
    }
  }

  /** Every row counts once. */
  public static ThresholdSample of(double[] scores, int[] labels, List<Groups> groups) {
    double[] ones = new double[labels.length];
    Arrays.fill(ones, 1);
    return new ThresholdSample(scores, labels, ones, groups);
  }

  /** n: the number of rows. */
  public int size() {
    return scores.length;
  }

  /** The given rows, in the given order; a group may be left without rows. */
  public ThresholdSample select(int[] chosen) {
    double[] pickedScores = new double[chosen.length];
    int[] pickedLabels = new int[chosen.length];
    double[] pickedWeights = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      pickedScores[i] = scores[chosen[i]];
      pickedLabels[i] = labels[chosen[i]];
      pickedWeights[i] = weights[chosen[i]];
    }
    return new ThresholdSample(
        pickedScores,
        pickedLabels,
        pickedWeights,
        groups.stream().map(each -> each.select(chosen)).toList());
  }

  /**
   * The partition by one attribute, or by an intersection such as {@code sex&race}.
   *
   * @throws DataException when there is no such attribute
   */
  public Groups groups(String attribute) {
    return named(attribute, groups);
  }

  static Groups named(String attribute, List<Groups> groups) {
    for (Groups each : groups) {
      if (each.attribute().equals(attribute)) {
        return each;
      }
    }
    List<String> crossed =
        Groups.attributes(attribute, groups.stream().map(Groups::attribute).toList());
    if (crossed.isEmpty() || crossed.stream().distinct().count() < crossed.size()) {
      throw new DataException(
          "%s names no group that is given with --group; there are %s"
              .formatted(
                  attribute, String.join(", ", groups.stream().map(Groups::attribute).toList())));
    }
    return Groups.cross(crossed.stream().map(name -> named(name, groups)).toList());
  }
}
