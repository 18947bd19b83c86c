package evenhand.audit;

import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Groups that are no group of people but rows of which the group is not known. */
final class UnknownGroup {

  private static final Set<String> NAMES =
      Set.of(
          GroupColumn.MISSING,
          "missing",
          "unknown",
          "not known",
          "unspecified",
          "not specified",
          "not stated",
          "not disclosed",
          "undisclosed",
          "not reported",
          "unreported",
          "declined",
          "declined to state",
          "prefer not to say",
          "n/a",
          "null",
          "?",
          "");

  private UnknownGroup() {}

  /** For each such group of some attributes, how many rows it holds and what is done about it. */
  static List<String> remarks(List<Groups> attributes) {
    List<String> remarks = new ArrayList<>();
    for (Groups groups : attributes) {
      int[] counts = groups.counts();
      for (int g = 0; g < counts.length; g++) {
        String name = groups.names().get(g);
        if (is(name) && counts[g] > 0) {
          remarks.add(
              "%s is %s in %d of %d rows: a group of its own in rates and gaps, but no reference and not in the four-fifths rule; --exclude '%s=%s' leaves its rows out."
                  .formatted(
                      groups.attribute(),
                      name,
                      counts[g],
                      groups.size(),
                      groups.attribute(),
                      name));
        }
      }
    }
    return remarks;
  }

  /** Whether a name, or a part of an intersection's, says that the group is not known. */
  static boolean is(String name) {
    return Arrays.stream(name.split("&", -1))
        .anyMatch(part -> NAMES.contains(part.strip().toLowerCase(Locale.ROOT)));
  }
}
