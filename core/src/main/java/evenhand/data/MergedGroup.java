package evenhand.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Values of a column that are one group together.
 *
 * @param values as the column has them, {@link GroupColumn#MISSING} for none
 * @param rest whether all values that are named nowhere belong to it too
 */
public record MergedGroup(List<String> values, boolean rest) {

  /** Stands for all values that are named nowhere. */
  static final String REST = "*";

  static final String SIGNS = ":|,*\"";

  private static final String OTHERS = "others";

  public MergedGroup {
    values = List.copyOf(values);
    if (values.isEmpty() && !rest) {
      throw new IllegalArgumentException("a merged group needs a value");
    }
  }

  /** Such as {@code White}, {@code Asian,Pacific} or {@code others}. */
  public String name() {
    List<String> names = new ArrayList<>(values);
    if (rest) {
      names.add(0, OTHERS);
    }
    return NameList.join(names, ',');
  }

  /**
   * Reads {@code White|Asian,Pacific|*}.
   *
   * @param text the whole group as it was given, for messages
   */
  static List<MergedGroup> parse(
      String written, java.util.function.Predicate<String> isValue, String text) {
    List<MergedGroup> merged = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String part : NameList.pieces(written, '|')) {
      List<String> values = new ArrayList<>();
      boolean rest = false;
      List<String> pieces = isValue.test(part) ? List.of(part) : NameList.pieces(part, ',');
      for (String piece : pieces) {
        String value = NameList.Quoted.name(piece);
        if (piece.isEmpty()) {
          throw new DataException(
              "the group %s names a value that is empty; write merged groups like race:White|Asian,Pacific|*, the star for all others"
                  .formatted(text));
        }
        if (!seen.add(piece.equals(REST) && !isValue.test(REST) ? REST + REST : value)) {
          throw new DataException("the group %s names %s twice".formatted(text, value));
        }
        if (piece.equals(REST) && !isValue.test(REST)) {
          rest = true;
        } else {
          values.add(value);
        }
      }
      merged.add(new MergedGroup(values, rest));
    }
    if (merged.size() == 1 && merged.get(0).values().size() + (merged.get(0).rest() ? 1 : 0) < 2) {
      throw new DataException(
          "the group %s merges nothing; write race:White|* for one value against all others, age:25,60 for cuts"
              .formatted(text));
    }
    return merged;
  }

  @Override
  public String toString() {
    List<String> names = new ArrayList<>();
    values.forEach(value -> names.add('"' + value.replace("\"", "\"\"") + '"'));
    if (rest) {
      names.add(0, REST);
    }
    return String.join(",", names);
  }
}
