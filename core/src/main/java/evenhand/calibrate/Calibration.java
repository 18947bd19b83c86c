package evenhand.calibrate;

import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Table;
import java.util.List;
import java.util.Optional;

/**
 * From scores to calibrated probabilities: a map, by group or for everyone, and what
 * multicalibration does after it. Plain data, kept with a model or applied to a table.
 *
 * @param scale of the scores it takes
 * @param groupColumns whose groups it must know, in the order of the maps' values; empty where it
 *     needs none
 * @param maps by those columns, or for everyone
 * @param repair by those columns; empty without multicalibration
 */
public record Calibration(
    Scale scale, List<GroupColumn> groupColumns, GroupMaps maps, Optional<Repair> repair) {

  static final int MOST_COLUMNS = 20;

  public Calibration {
    groupColumns = List.copyOf(groupColumns);
    boolean fits = maps.groups().isEmpty() || maps.attributes() == groupColumns.size();
    if (!fits
        || (repair.isPresent() && repair.get().attributes().size() != groupColumns.size())
        || groupColumns.size() > MOST_COLUMNS) {
      throw new IllegalArgumentException(
          "the maps know %d attributes, there are %d group columns, at most %d are allowed"
              .formatted(maps.attributes(), groupColumns.size(), MOST_COLUMNS));
    }
  }

  /** Whether rows must come with their groups. */
  public boolean needsGroups() {
    return !groupColumns.isEmpty();
  }

  /**
   * Calibrates the scores of a table's rows.
   *
   * @param scores shape [table.rows()], on {@code scale}
   * @throws DataException when a group column is missing, in one sentence that says what needs it
   */
  public CalibratedScores on(Table table, double[] scores) {
    for (GroupColumn column : groupColumns) {
      if (!table.has(column.column())) {
        throw new DataException(
            "%s has no column %s, which the calibration by group needs; it has %s"
                .formatted(table.origin(), column.column(), String.join(", ", table.names())));
      }
    }
    return on(scores, groupColumns.stream().map(column -> column.of(table)).toList());
  }

  /**
   * Calibrates scores of rows whose groups are known.
   *
   * @param scores shape [n], on {@code scale}
   * @param partitions of the n rows, in the order of the group columns
   */
  public CalibratedScores on(double[] scores, List<Groups> partitions) {
    CalibratedScores mapped = maps.on(scores, partitions);
    return repair
        .map(
            found ->
                new CalibratedScores(
                    found.on(mapped.probabilities(), partitions),
                    mapped.unseenRows(),
                    mapped.unseenGroups()))
        .orElse(mapped);
  }
}
