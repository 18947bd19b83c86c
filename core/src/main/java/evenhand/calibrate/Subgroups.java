package evenhand.calibrate;

import evenhand.data.DataException;
import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every conjunction of values of at most so many attributes that occurs, everyone included, as the
 * cells it is made of. Sums over subgroups are sums over cells, so that rows are counted once.
 *
 * @param cells combinations of values of all attributes that occur
 * @param subgroups those of fewer attributes first
 */
record Subgroups(Cells cells, List<Subgroup> subgroups) {

  private static final long MOST_MEMBERS = 20_000_000;

  /**
   * One conjunction.
   *
   * @param codes the value's code in each attribute, −1 for any
   * @param cells in increasing order
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Subgroup(int[] codes, int[] cells) {

    int order() {
      int order = 0;
      for (int code : codes) {
        order += code >= 0 ? 1 : 0;
      }
      return order;
    }
  }

  static Subgroups of(List<Groups> attributes, int order) {
    int d = attributes.size();
    if (d > 20 || order < 0) {
      throw new DataException(
          "subgroups need at most 20 attributes and an order of at least 0, were %d and %d"
              .formatted(d, order));
    }
    Cells cells = Cells.of(attributes);
    List<Integer> chosen = new ArrayList<>();
    for (int size = 0; size <= Math.min(order, d); size++) {
      for (int subset = 0; subset < 1 << d; subset++) {
        if (Integer.bitCount(subset) == size) {
          chosen.add(subset);
        }
      }
    }
    if ((long) chosen.size() * cells.count() > MOST_MEMBERS) {
      throw new DataException(
          "%d attributes with %d combinations of values have too many subgroups up to order %d; name fewer attributes or a lower order"
              .formatted(d, cells.count(), order));
    }
    List<Subgroup> subgroups = new ArrayList<>();
    for (int subset : chosen) {
      conjunctions(cells, subset, subgroups);
    }
    return new Subgroups(cells, subgroups);
  }

  /** The highest order of at most {@code most} whose subgroups are not too many. */
  static int affordable(List<Groups> attributes, int most) {
    long cells = Groups.cross(attributes).names().size();
    int d = attributes.size();
    long subsets = 1;
    long ofThisOrder = 1;
    for (int order = 0; order < most; order++) {
      ofThisOrder = ofThisOrder * Math.max(0, d - order) / (order + 1);
      subsets += ofThisOrder;
      if (subsets * cells > MOST_MEMBERS) {
        return order;
      }
    }
    return most;
  }

  private static void conjunctions(Cells cells, int subset, List<Subgroup> subgroups) {
    int d = cells.attributes().size();
    Map<List<Integer>, List<Integer>> members = new HashMap<>();
    List<List<Integer>> order = new ArrayList<>();
    for (int c = 0; c < cells.count(); c++) {
      List<Integer> codes = new ArrayList<>();
      for (int a = 0; a < d; a++) {
        codes.add((subset & (1 << a)) == 0 ? -1 : cells.code(c, a));
      }
      members
          .computeIfAbsent(
              codes,
              added -> {
                order.add(added);
                return new ArrayList<>();
              })
          .add(c);
    }
    for (List<Integer> codes : order) {
      subgroups.add(
          new Subgroup(
              codes.stream().mapToInt(Integer::intValue).toArray(),
              members.getOrDefault(codes, List.of()).stream()
                  .mapToInt(Integer::intValue)
                  .toArray()));
    }
  }

  /** Such as {@code Black&Female}. */
  String name(Subgroup subgroup) {
    List<String> values = new ArrayList<>();
    for (int a = 0; a < subgroup.codes.length; a++) {
      if (subgroup.codes[a] >= 0) {
        values.add(cells.attributes().get(a).names().get(subgroup.codes[a]));
      }
    }
    return GroupMap.name(values);
  }
}
