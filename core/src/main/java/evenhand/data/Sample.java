package evenhand.data;

import java.util.Arrays;
import java.util.List;

/**
 * Labelled rows whose groups are known, as learners and constraints see them. The arrays are handed
 * over, not copied. Groups stay apart from the features.
 *
 * @param features n rows
 * @param labels shape [n], each 0 or 1
 * @param weights shape [n], finite, ≥ 0, not all 0: how much a row's error counts
 * @param parityWeights shape [n], finite, ≥ 0: how much a row counts in the rates of its group; all
 *     1 where weights mean the error only
 * @param groups one partition per attribute, each of n rows
 */
public record Sample(
    Matrix features, int[] labels, double[] weights, double[] parityWeights, List<Groups> groups) {

  public Sample {
    groups = List.copyOf(groups);
    int n = features.rows();
    if (labels.length != n || weights.length != n || parityWeights.length != n) {
      throw new IllegalArgumentException(
          "sizes differ: %d rows of features, %d labels, %d weights, %d parity weights"
              .formatted(n, labels.length, weights.length, parityWeights.length));
    }
    for (Groups partition : groups) {
      if (partition.size() != n) {
        throw new IllegalArgumentException(
            "%s has %d rows, the features %d"
                .formatted(partition.attribute(), partition.size(), n));
      }
    }
    for (int label : labels) {
      if (label != 0 && label != 1) {
        throw new IllegalArgumentException("a label must be 0 or 1, was " + label);
      }
    }
  }

  /** Every row counts once. */
  public static Sample of(Matrix features, int[] labels, List<Groups> groups) {
    double[] ones = new double[labels.length];
    Arrays.fill(ones, 1);
    return new Sample(features, labels, ones, ones, groups);
  }

  /** n: the number of rows. */
  public int size() {
    return labels.length;
  }

  /** The partition by one attribute. */
  public Groups groups(String attribute) {
    for (Groups partition : groups) {
      if (partition.attribute().equals(attribute)) {
        return partition;
      }
    }
    throw new DataException(
        "no group column is named %s, the group columns are %s"
            .formatted(attribute, groups.stream().map(Groups::attribute).toList()));
  }

  public Sample select(int[] rows) {
    int[] pickedLabels = new int[rows.length];
    double[] pickedWeights = new double[rows.length];
    double[] pickedParityWeights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      pickedLabels[i] = labels[rows[i]];
      pickedWeights[i] = weights[rows[i]];
      pickedParityWeights[i] = parityWeights[rows[i]];
    }
    return new Sample(
        features.select(rows),
        pickedLabels,
        pickedWeights,
        pickedParityWeights,
        groups.stream().map(partition -> partition.select(rows)).toList());
  }
}
