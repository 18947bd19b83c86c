package evenhand.calibrate;

import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A map for every group of one or more attributes, and for everyone.
 *
 * @param everyone for rows of no group that is known
 * @param groups of every number of attributes, those of fewer first; those of all attributes are
 *     applied
 */
public record GroupMaps(GroupMap everyone, List<GroupMap> groups) {

  public GroupMaps {
    groups = List.copyOf(groups);
  }

  /** One map for all rows. */
  public static GroupMaps of(GroupMap everyone) {
    return new GroupMaps(everyone, List.of());
  }

  /** Number of attributes that tell the groups apart. */
  public int attributes() {
    return groups.isEmpty() ? 0 : groups.get(groups.size() - 1).values().size();
  }

  /** The groups whose maps are applied: those of all attributes, or everyone. */
  public List<GroupMap> applied() {
    int depth = attributes();
    return depth == 0
        ? List.of(everyone)
        : groups.stream().filter(group -> group.values().size() == depth).toList();
  }

  /**
   * Applies to each row its group's map, to rows of other groups everyone's.
   *
   * @param scores shape [n]
   * @param partitions of the n rows, in the order of the values; not looked at where there are no
   *     groups
   */
  CalibratedScores on(double[] scores, List<Groups> partitions) {
    if (groups.isEmpty()) {
      return new CalibratedScores(everyone.map().of(scores), 0, List.of());
    }
    Map<List<String>, CalibrationMap> known = new HashMap<>();
    applied().forEach(group -> known.put(group.values(), group.map()));
    Cells cells = Cells.of(partitions);
    CalibrationMap[] maps = new CalibrationMap[cells.count()];
    List<String> unseen = new ArrayList<>();
    for (int c = 0; c < maps.length; c++) {
      List<String> values = cells.values(c);
      maps[c] = known.getOrDefault(values, everyone.map());
      if (!known.containsKey(values)) {
        unseen.add(GroupMap.name(values));
      }
    }
    long strangers = 0;
    double[] probabilities = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      int cell = cells.codes()[i];
      probabilities[i] = maps[cell].of(scores[i]);
      strangers += known.containsKey(cells.values(cell)) ? 0 : 1;
    }
    return new CalibratedScores(probabilities, strangers, unseen);
  }
}
