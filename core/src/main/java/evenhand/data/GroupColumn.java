package evenhand.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * How a column names groups of people: by its values, or, for numbers, by intervals between cuts.
 *
 * @param column name
 * @param cuts increasing; empty: by value
 */
public record GroupColumn(String column, List<Double> cuts) {

  /** The group of rows whose value is missing. */
  public static final String MISSING = "(missing)";

  private static final int MOST_VALUES = 1000;
  private static final int MOST_NUMBERS = 20;

  public GroupColumn {
    cuts = List.copyOf(cuts);
    for (int i = 1; i < cuts.size(); i++) {
      if (!(cuts.get(i - 1) < cuts.get(i))) {
        throw new DataException("the cuts of %s must increase, were %s".formatted(column, cuts));
      }
    }
  }

  /**
   * Reads {@code sex}, or {@code age:25,60} for the groups under 25, from 25 to under 60, from 60
   * on.
   */
  public static GroupColumn parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return new GroupColumn(text, List.of());
    }
    List<Double> cuts = new ArrayList<>();
    for (String cut : text.substring(colon + 1).split(",", -1)) {
      try {
        cuts.add(Double.valueOf(cut.trim()));
      } catch (NumberFormatException e) {
        throw new DataException(
            "%s in the group %s is not a number; write cuts like age:25,60".formatted(cut, text),
            e);
      }
    }
    return new GroupColumn(text.substring(0, colon), cuts);
  }

  /**
   * The groups of a table's rows, named in alphabetical order, or in order of the numbers.
   *
   * @throws DataException when every value is missing, or there are too many values for groups
   */
  public Groups of(Table table) {
    Column values = table.column(column);
    boolean allMissing = true;
    String[] names = new String[table.rows()];
    for (int i = 0; i < names.length; i++) {
      allMissing &= values.isMissing(i);
      names[i] = cuts.isEmpty() ? byValue(values, i) : byInterval(table, i);
    }
    if (allMissing) {
      throw new DataException(
          "%s: every value of the group column %s is missing".formatted(table.origin(), column));
    }
    return Groups.of(column, Arrays.asList(names)).after(order(table, values, names));
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
    boolean numeric = values instanceof Column.Numeric;
    if (distinct.size() > (numeric ? MOST_NUMBERS : MOST_VALUES)) {
      throw new DataException(
          numeric
              ? "%s: column %s holds %d different numbers, too many for groups; give cuts, like %s:25,60"
                  .formatted(table.origin(), column, distinct.size(), column)
              : "%s: column %s holds %d different values, more than the %d groups allowed"
                  .formatted(table.origin(), column, distinct.size(), MOST_VALUES));
    }
    if (!numeric) {
      return List.copyOf(distinct);
    }
    List<String> sorted = new ArrayList<>(distinct);
    sorted.sort(
        java.util.Comparator.comparingDouble(
            name -> name.equals(MISSING) ? Double.POSITIVE_INFINITY : Double.parseDouble(name)));
    return sorted;
  }

  private static String byValue(Column values, int row) {
    String text = values.text(row);
    return text == null ? MISSING : text;
  }

  private String byInterval(Table table, int row) {
    double value = table.numeric(column).values()[row];
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

  /** As on the command line. */
  @Override
  public String toString() {
    return cuts.isEmpty()
        ? column
        : column + ":" + String.join(",", cuts.stream().map(GroupColumn::plain).toList());
  }
}
