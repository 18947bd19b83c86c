package evenhand.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How a column names groups of people: by its values, some of which may be merged, or, for numbers,
 * by intervals between cuts.
 *
 * @param column name
 * @param cuts increasing; empty: by value
 * @param merged groups of several values; values in none of them are groups of their own, unless
 *     one takes the rest
 */
public record GroupColumn(String column, List<Double> cuts, List<MergedGroup> merged) {

  /** The group of rows whose value is missing. */
  public static final String MISSING = "(missing)";

  private static final int MOST_VALUES = 1000;
  private static final int MOST_NUMBERS = 20;

  public GroupColumn {
    cuts = List.copyOf(cuts);
    merged = List.copyOf(merged);
    for (int i = 1; i < cuts.size(); i++) {
      if (!(cuts.get(i - 1) < cuts.get(i))) {
        throw new DataException("the cuts of %s must increase, were %s".formatted(column, cuts));
      }
    }
    if (!cuts.isEmpty() && !merged.isEmpty()) {
      throw new IllegalArgumentException(column + " is either cut or merged");
    }
  }

  public GroupColumn(String column, List<Double> cuts) {
    this(column, cuts, List.of());
  }

  /**
   * Reads {@code sex}, {@code age:25,60} for the groups under 25, from 25 to under 60, from 60 on,
   * or {@code race:White|Asian,Pacific|*} for merged values, the star for all others. Numbers
   * between commas alone are cuts, whatever values the column has. A column or a value in which one
   * of these signs occurs stands in double quotes.
   */
  public static GroupColumn parse(String text) {
    Optional<NameList.Quoted> quoted = NameList.Quoted.at(text, 0);
    int end = quoted.map(NameList.Quoted::end).orElseGet(() -> text.indexOf(':'));
    String name =
        quoted
            .map(NameList.Quoted::name)
            .orElse(end < 0 ? text : text.substring(0, Math.max(0, end)));
    if (end < 0 || end == text.length()) {
      return new GroupColumn(name, List.of());
    }
    if (text.charAt(end) != ':') {
      throw new DataException(
          "the group %s goes on after its quotes; a colon is expected there".formatted(text));
    }
    return written(name, text.substring(end + 1), value -> false, text);
  }

  /**
   * The same of a table's columns: where the text is a column's name, that column is meant, and a
   * column with a colon in its name needs no quotes.
   *
   * @throws DataException where there is no such column, or it lacks a value to be merged
   */
  public static GroupColumn named(String text, Table table) {
    if (table.has(text)) {
      return new GroupColumn(text, List.of());
    }
    for (int colon = text.lastIndexOf(':'); colon > 0; colon = text.lastIndexOf(':', colon - 1)) {
      String name = text.substring(0, colon);
      if (table.has(name)) {
        return checked(name, text.substring(colon + 1), text, table);
      }
    }
    GroupColumn group = parse(text);
    table.column(group.column());
    return text.startsWith("\"") && !(group.cuts().isEmpty() && group.merged().isEmpty())
        ? checked(
            group.column(),
            text.substring(NameList.Quoted.at(text, 0).orElseThrow().end() + 1),
            text,
            table)
        : group;
  }

  /** The same of several, each of its own column. */
  public static List<GroupColumn> named(List<String> texts, Table table) {
    Set<String> seen = new HashSet<>();
    List<GroupColumn> groups = texts.stream().map(text -> named(text, table)).toList();
    for (GroupColumn group : groups) {
      if (!seen.add(group.column())) {
        throw new DataException(
            "the column %s is given twice with --group; a column gives one partition"
                .formatted(group.column()));
      }
    }
    return groups;
  }

  private static GroupColumn checked(String name, String written, String text, Table table) {
    Column column = table.column(name);
    if (areCuts(written)) {
      return written(name, written, value -> false, text);
    }
    Set<String> values = values(column);
    GroupColumn group = written(name, written, values::contains, text);
    List<String> merged = group.merged().stream().flatMap(each -> each.values().stream()).toList();
    for (String value : merged) {
      if (!value.equals(MISSING) && !values.contains(value)) {
        throw new DataException(
            "%s: column %s has no value %s, which the group %s names; it has %s"
                .formatted(table.origin(), name, value, text, shown(values)));
      }
    }
    for (MergedGroup each : group.merged()) {
      String taken = each.name();
      boolean own = each.values().size() == 1 && !each.rest();
      if (!own && values.contains(taken) && !(each.rest() && !merged.contains(taken))) {
        throw new DataException(
            "%s: the merged group would be named %s, which column %s has as a value of its own"
                .formatted(table.origin(), taken, name));
      }
    }
    return group;
  }

  private static String shown(Set<String> values) {
    String first = String.join(", ", values.stream().limit(20).toList());
    return values.size() > 20 ? first + " and %d more".formatted(values.size() - 20) : first;
  }

  private static Set<String> values(Column column) {
    TreeSet<String> values = new TreeSet<>();
    for (int row = 0; row < column.size(); row++) {
      String text = column.text(row);
      if (text != null) {
        values.add(text);
      }
    }
    return values;
  }

  private static boolean areCuts(String written) {
    return NameList.pieces(written, ',').stream()
        .allMatch(piece -> NumberText.isFinite(piece.trim()));
  }

  private static GroupColumn written(
      String column, String written, Predicate<String> isValue, String text) {
    List<String> pieces = NameList.pieces(written, ',');
    boolean someNumber = pieces.stream().anyMatch(piece -> NumberText.isNumber(piece.trim()));
    boolean merging =
        written.indexOf('|') >= 0
            || written.indexOf('"') >= 0
            || written.indexOf('*') >= 0
            || isValue.test(written)
            || pieces.stream().allMatch(isValue);
    if (!areCuts(written) && (merging || (!someNumber && pieces.size() > 1))) {
      return new GroupColumn(column, List.of(), MergedGroup.parse(written, isValue, text));
    }
    List<Double> at = new ArrayList<>();
    for (String piece : pieces) {
      if (!NumberText.isFinite(piece.trim())) {
        throw new DataException(
            "%s in the group %s is not a number; write cuts like age:25,60, or merged values like race:White|*"
                .formatted(piece, text));
      }
      at.add(NumberText.of(piece.trim()));
    }
    return new GroupColumn(column, at);
  }

  /**
   * The groups of a table's rows, named in alphabetical order, in order of the numbers, or merged
   * ones first, in their order.
   *
   * @throws DataException when every value is missing, or there are too many values for groups
   */
  public Groups of(Table table) {
    Column values = table.column(column);
    boolean allMissing = true;
    String[] names = new String[table.rows()];
    double[] numbers = cuts.isEmpty() ? new double[0] : table.numeric(column).values();
    Map<String, String> groupOf = mergedNames();
    Optional<String> rest =
        merged.stream().filter(MergedGroup::rest).map(MergedGroup::name).findFirst();
    for (int i = 0; i < names.length; i++) {
      allMissing &= values.isMissing(i);
      String text = values.text(i);
      String value = text == null ? MISSING : text;
      names[i] =
          cuts.isEmpty()
              ? groupOf.getOrDefault(value, text == null ? MISSING : rest.orElse(value))
              : byInterval(numbers[i]);
    }
    if (allMissing) {
      throw new DataException(
          "%s: every value of the group column %s is missing".formatted(table.origin(), column));
    }
    return Groups.of(column, Arrays.asList(names)).after(order(table, values, names));
  }

  private Map<String, String> mergedNames() {
    Map<String, String> groupOf = new HashMap<>();
    for (MergedGroup group : merged) {
      group.values().forEach(value -> groupOf.put(value, group.name()));
    }
    return groupOf;
  }

  private List<String> order(Table table, Column values, String[] names) {
    TreeSet<String> distinct = new TreeSet<>(Arrays.asList(names));
    if (!cuts.isEmpty()) {
      List<String> intervals = new ArrayList<>();
      for (int at = 0; at <= cuts.size(); at++) {
        intervals.add(interval(at));
      }
      intervals.add(MISSING);
      return intervals.stream().filter(distinct::contains).toList();
    }
    List<String> first = merged.stream().map(MergedGroup::name).filter(distinct::remove).toList();
    boolean numeric = values instanceof Column.Numeric;
    if (distinct.size() > (numeric ? MOST_NUMBERS : MOST_VALUES)) {
      throw new DataException(
          numeric
              ? "%s: column %s holds %d different numbers, too many for groups; give cuts, like %s:25,60"
                  .formatted(table.origin(), column, distinct.size(), column)
              : "%s: column %s holds %d different values, more than the %d groups allowed"
                  .formatted(table.origin(), column, distinct.size(), MOST_VALUES));
    }
    List<String> sorted = new ArrayList<>(distinct);
    if (numeric) {
      sorted.sort(
          Comparator.comparingDouble(
              name -> name.equals(MISSING) ? Double.POSITIVE_INFINITY : NumberText.of(name)));
    }
    List<String> all = new ArrayList<>(first);
    all.addAll(sorted);
    return all;
  }

  private String byInterval(double value) {
    if (Double.isNaN(value)) {
      return MISSING;
    }
    int at = 0;
    while (at < cuts.size() && value >= cuts.get(at)) {
      at++;
    }
    return interval(at);
  }

  private String interval(int at) {
    if (at == 0) {
      return "<" + plain(cuts.get(0));
    }
    String from = ">=" + plain(cuts.get(at - 1));
    return at == cuts.size() ? from : from + ",<" + plain(cuts.get(at));
  }

  private static String plain(double cut) {
    return cut == Math.rint(cut) ? Long.toString((long) cut) : Double.toString(cut);
  }

  /** As on the command line; {@link #parse} reads it back. */
  @Override
  public String toString() {
    String name = NameList.quoted(column, ":\"");
    if (!merged.isEmpty()) {
      return name + ":" + String.join("|", merged.stream().map(MergedGroup::toString).toList());
    }
    return cuts.isEmpty()
        ? name
        : name + ":" + String.join(",", cuts.stream().map(GroupColumn::plain).toList());
  }
}
