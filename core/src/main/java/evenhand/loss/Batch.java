package evenhand.loss;

import evenhand.data.Groups;
import evenhand.data.Sample;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a loss knows of the rows of a batch beside their logits. The arrays are handed over, not
 * copied.
 *
 * @param labels shape [n], each 0 or 1
 * @param weights shape [n], finite, ≥ 0: how much a row's error counts
 * @param parityWeights shape [n], finite, ≥ 0: how much a row counts in the rates of its group
 * @param groups one partition per attribute, each of n rows; a group may have no row in the batch
 */
public record Batch(int[] labels, double[] weights, double[] parityWeights, List<Groups> groups) {

  public Batch {
    groups = List.copyOf(groups);
    if (weights.length != labels.length || parityWeights.length != labels.length) {
      throw new IllegalArgumentException(
          "sizes differ: %d labels, %d weights, %d parity weights"
              .formatted(labels.length, weights.length, parityWeights.length));
    }
    for (Groups partition : groups) {
      if (partition.size() != labels.length) {
        throw new IllegalArgumentException(
            "%s has %d rows, there are %d labels"
                .formatted(partition.attribute(), partition.size(), labels.length));
      }
    }
  }

  /** Every row of a sample. */
  public static Batch of(Sample sample) {
    return new Batch(sample.labels(), sample.weights(), sample.parityWeights(), sample.groups());
  }

  /** The given rows, in that order. */
  public Batch select(int[] rows) {
    int[] someLabels = new int[rows.length];
    double[] someWeights = new double[rows.length];
    double[] someParityWeights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      someLabels[i] = labels[rows[i]];
      someWeights[i] = weights[rows[i]];
      someParityWeights[i] = parityWeights[rows[i]];
    }
    return new Batch(
        someLabels,
        someWeights,
        someParityWeights,
        groups.stream().map(partition -> partition.select(rows)).toList());
  }

  /** The same rows, of which only some count. */
  public Batch counting(IntPredicate rows) {
    double[] someWeights = new double[weights.length];
    double[] someParityWeights = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      if (rows.test(i)) {
        someWeights[i] = weights[i];
        someParityWeights[i] = parityWeights[i];
      }
    }
    return new Batch(labels, someWeights, someParityWeights, groups);
  }

  /** n: the number of rows. */
  public int size() {
    return labels.length;
  }

  /** The partition by one attribute. */
  public Groups groups(String attribute) {
    return groups.stream()
        .filter(partition -> partition.attribute().equals(attribute))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no group column is named " + attribute));
  }
}
