package evenhand.calibrate;

import evenhand.data.Groups;
import java.util.List;

/**
 * Scored rows with the groups of some attributes.
 *
 * @param rows n of them
 * @param groups partitions of the n rows, in the order in which the last has the others as parents;
 *     possibly none
 */
public record CalibrationSample(ScoredRows rows, List<Groups> groups) {

  public CalibrationSample {
    groups = List.copyOf(groups);
    for (Groups partition : groups) {
      if (partition.size() != rows.size()) {
        throw new IllegalArgumentException(
            "%s has %d rows, there are %d scores"
                .formatted(partition.attribute(), partition.size(), rows.size()));
      }
    }
  }

  /** The given rows, in the given order. */
  public CalibrationSample select(int[] chosen) {
    return new CalibrationSample(
        rows.select(chosen), groups.stream().map(partition -> partition.select(chosen)).toList());
  }
}
