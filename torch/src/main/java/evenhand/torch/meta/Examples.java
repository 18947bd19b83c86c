package evenhand.torch.meta;

import evenhand.data.Groups;
import evenhand.data.Matrix;
import evenhand.data.Sample;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows with labels of any number of classes, in groups. The arrays are handed over, not copied.
 *
 * @param features shape [n, d]
 * @param labels shape [n], each in [0, classes)
 * @param classes ≥ 2
 * @param groups of the n rows, between which a loss is to be even
 */
public record Examples(Matrix features, int[] labels, int classes, Groups groups) {

  public Examples {
    if (features.rows() != labels.length || groups.size() != labels.length) {
      throw new IllegalArgumentException(
          "sizes differ: %d rows, %d labels, %d in groups"
              .formatted(features.rows(), labels.length, groups.size()));
    }
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException("label %d is outside [0, %d)".formatted(label, classes));
      }
    }
  }

  /** Two classes, in the groups of all the sample's single attributes at once. */
  public static Examples of(Sample sample) {
    List<Groups> single =
        sample.groups().stream().filter(groups -> groups.crossed().isEmpty()).toList();
    return new Examples(sample.features(), sample.labels(), 2, Groups.cross(single));
  }

  /** Two classes, in the groups of one attribute. */
  public static Examples of(Sample sample, String attribute) {
    return new Examples(sample.features(), sample.labels(), 2, sample.groups(attribute));
  }

  /** Every class is a group. */
  public static Examples byClass(Matrix features, int[] labels, int classes) {
    return new Examples(features, labels, classes, classGroups(labels, classes));
  }

  private static Groups classGroups(int[] labels, int classes) {
    return new Groups(
        "class", IntStream.range(0, classes).mapToObj(Integer::toString).toList(), labels.clone());
  }

  /** n: the number of rows. */
  public int size() {
    return labels.length;
  }

  /** Each combination of group and label that has rows. */
  public Groups cells() {
    return Groups.cross(List.of(groups, classGroups(labels, classes)));
  }

  /** The given rows, in that order. */
  public Examples select(int[] rows) {
    int[] some = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      some[i] = labels[rows[i]];
    }
    return new Examples(features.select(rows), some, classes, groups.select(rows));
  }
}
