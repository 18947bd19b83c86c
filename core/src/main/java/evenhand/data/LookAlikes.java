package evenhand.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Groups or values whose names differ in case or in inner blanks alone. */
public final class LookAlikes {

  private static final int MOST_SAID = 5;

  private LookAlikes() {}

  /** A sentence for each set of such groups, with their rows; of many sets the first. */
  public static List<String> sentences(String origin, Groups groups) {
    return sentences(
        origin, groups.attribute(), groups.names(), groups.counts(), "groups", "one group");
  }

  /** The same of a column's values. */
  public static List<String> sentences(String origin, Column.Categorical column) {
    int[] counts = new int[column.levels().size()];
    for (int code : column.codes()) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    return sentences(origin, column.name(), column.levels(), counts, "values", "the same");
  }

  private static List<String> sentences(
      String origin, String column, List<String> names, int[] counts, String what, String one) {
    Map<String, List<Integer>> alike = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      alike.computeIfAbsent(CanonicalText.glance(names.get(i)), name -> new ArrayList<>()).add(i);
    }
    List<String> sentences = new ArrayList<>();
    for (List<Integer> same : alike.values()) {
      if (same.size() > 1) {
        sentences.add(
            "%s, column %s: %s look alike and are %d %s; give them one spelling if they are %s"
                .formatted(
                    origin,
                    column,
                    same.stream()
                        .map(i -> rows(names.get(i), counts[i]))
                        .collect(Collectors.joining(" and ")),
                    same.size(),
                    what,
                    one));
      }
    }
    int left = sentences.size() - MOST_SAID;
    if (left <= 0) {
      return sentences;
    }
    List<String> said = new ArrayList<>(sentences.subList(0, MOST_SAID));
    said.add("%s, column %s: %d more sets of %s look alike".formatted(origin, column, left, what));
    return said;
  }

  private static String rows(String name, int rows) {
    return String.format(
        Locale.ROOT, "%s (%,d %s)", CanonicalText.shown(name), rows, rows == 1 ? "row" : "rows");
  }
}
