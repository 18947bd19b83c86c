package evenhand.threshold;

import evenhand.data.DataException;
import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which scores are accepted in which cell: what is needed to decide on new rows.
 *
 * @param attributes whose groups make up the cells; empty where everyone shares the thresholds
 * @param cells each combination of groups that was fitted
 * @param others of rows in no such cell: the best single threshold without any requirement, or the
 *     shared thresholds
 */
public record ThresholdRule(List<String> attributes, List<Cell> cells, Acceptance others) {

  /**
   * @param groups one of each attribute, in their order
   */
  public record Cell(List<String> groups, Acceptance acceptance) {

    public Cell {
      groups = List.copyOf(groups);
    }
  }

  public ThresholdRule {
    attributes = List.copyOf(attributes);
    cells = List.copyOf(cells);
    for (Cell cell : cells) {
      if (cell.groups().size() != attributes.size()) {
        throw new IllegalArgumentException(
            "a cell of %s needs as many groups, has %s".formatted(attributes, cell.groups()));
      }
    }
  }

  /** One acceptance for everyone, whatever their groups. */
  public static ThresholdRule shared(Acceptance acceptance) {
    return new ThresholdRule(List.of(), List.of(), acceptance);
  }

  /** Whether chance decides on some rows. */
  public boolean isRandomised() {
    return others.isRandomised()
        || cells.stream().anyMatch(cell -> cell.acceptance().isRandomised());
  }

  /**
   * P(accept) of each row.
   *
   * @param scores shape [n]
   * @param groups partitions of the n rows, among them one of each attribute
   * @param unknown told of every row in no fitted cell
   * @return shape [n], in [0, 1]
   * @throws DataException when an attribute is missing
   */
  public double[] acceptance(double[] scores, List<Groups> groups, UnknownRows unknown) {
    List<Groups> used = attributes.stream().map(name -> named(name, groups)).toList();
    Map<List<String>, Acceptance> byGroups = new HashMap<>();
    cells.forEach(cell -> byGroups.put(cell.groups(), cell.acceptance()));
    Map<Long, Acceptance> byCodes = new HashMap<>();
    double[] accepted = new double[scores.length];
    for (int i = 0; i < accepted.length; i++) {
      long key = 0;
      for (Groups partition : used) {
        key =
            Math.addExact(
                Math.multiplyExact(key, (long) partition.names().size()), partition.codes()[i]);
      }
      Acceptance own = byCodes.get(key);
      if (own == null) {
        own = byGroups.get(names(used, i));
      }
      if (own == null) {
        own = others;
        if (!attributes.isEmpty()) {
          unknown.row(i, names(used, i));
        }
      } else {
        byCodes.put(key, own);
      }
      accepted[i] = own.of(scores[i]);
    }
    return accepted;
  }

  /** Hears of rows whose combination of groups was not fitted. */
  @FunctionalInterface
  public interface UnknownRows {
    void row(int row, List<String> groups);
  }

  private static List<String> names(List<Groups> used, int row) {
    List<String> names = new ArrayList<>();
    used.forEach(partition -> names.add(partition.names().get(partition.codes()[row])));
    return names;
  }

  private static Groups named(String attribute, List<Groups> groups) {
    return groups.stream()
        .filter(partition -> partition.attribute().equals(attribute))
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    "the thresholds are by %s, which the rows do not tell".formatted(attribute)));
  }
}
