package evenhand.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Groups whose names differ in case or in inner blanks alone. */
public final class LookAlikes {

  private static final int MOST_SAID = 5;

  private LookAlikes() {}

  /** A sentence for each set of such groups, with their rows; of many sets the first. */
  public static List<String> sentences(String origin, Groups groups) {
    Map<String, List<Integer>> alike = new TreeMap<>();
    for (int g = 0; g < groups.names().size(); g++) {
      alike
          .computeIfAbsent(CanonicalText.glance(groups.names().get(g)), name -> new ArrayList<>())
          .add(g);
    }
    int[] counts = groups.counts();
    List<String> sentences = new ArrayList<>();
    for (List<Integer> same : alike.values()) {
      if (same.size() > 1) {
        sentences.add(
            "%s, column %s: %s look alike and are %d groups; give them one spelling if they are one group"
                .formatted(
                    origin,
                    groups.attribute(),
                    same.stream()
                        .map(
                            g ->
                                String.format(
                                    Locale.ROOT,
                                    "%s (%,d %s)",
                                    CanonicalText.shown(groups.names().get(g)),
                                    counts[g],
                                    counts[g] == 1 ? "row" : "rows"))
                        .collect(Collectors.joining(" and ")),
                    same.size()));
      }
    }
    int left = sentences.size() - MOST_SAID;
    if (left <= 0) {
      return sentences;
    }
    List<String> said = new ArrayList<>(sentences.subList(0, MOST_SAID));
    said.add(
        "%s, column %s: %d more sets of groups look alike"
            .formatted(origin, groups.attribute(), left));
    return said;
  }
}
