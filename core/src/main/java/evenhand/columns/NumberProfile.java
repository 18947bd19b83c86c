package evenhand.columns;

import evenhand.data.Column;
import evenhand.data.ColumnReading;
import evenhand.data.DateOrder;
import evenhand.data.DatePart;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column of numbers is: numbers, but for whole numbers that name rows, and for dates written
 * as {@code 20240131}.
 */
final class NumberProfile {

  private static final int SAMPLE = 20_000;
  private static final double EARLIEST = 19_000_101;
  private static final double LATEST = 21_001_231;
  private static final double SIX_DIGITS = 100_000;
  private static final Pattern POSTAL = Pattern.compile("(?i).*(zip|postal|postcode|plz).*");

  private final Column.Numeric column;
  private final double[] values;
  private int present;
  private boolean isWhole = true;
  private boolean isIncreasing = true;
  private boolean isDecreasing = true;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  private NumberProfile(Column.Numeric column) {
    this.column = column;
    this.values = column.values();
    double last = Double.NaN;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        present++;
        isWhole &= value == Math.rint(value);
        isIncreasing &= !(value <= last);
        isDecreasing &= !(value >= last);
        low = Math.min(low, value);
        high = Math.max(high, value);
        last = value;
      }
    }
  }

  /**
   * @param declared whether somebody said what it is for, or that it holds numbers
   * @param exact whether different values are counted whatever it costs
   */
  static ColumnProfile of(Column.Numeric column, boolean declared, boolean exact) {
    return new NumberProfile(column).profile(declared, exact);
  }

  private ColumnProfile profile(boolean declared, boolean exact) {
    int missing = values.length - present;
    String name = column.name();
    if (present == 0) {
      return ColumnProfile.of(name, ColumnKind.EMPTY, values.length, missing, 0);
    }
    long distinct = low == high ? 1 : exact || (isWhole && mayNameRows()) ? distinct(present) : -1;
    ColumnKind kind =
        distinct == 1 && missing == 0
            ? ColumnKind.CONSTANT
            : !declared && isWhole && namesRows(distinct) ? ColumnKind.ID : ColumnKind.NUMBER;
    Optional<ColumnReading> date =
        declared || kind == ColumnKind.CONSTANT ? Optional.empty() : compactDate();
    if (date.isPresent()) {
      ColumnReading.Dates dates = (ColumnReading.Dates) date.get();
      double[] seconds = dates.values(column);
      return ColumnProfile.of(name, ColumnKind.DATE, values.length, missing, distinct)
          .between(Dates.shown(min(seconds)), Dates.shown(max(seconds)))
          .read(dates, Optional.empty());
    }
    ColumnProfile profile =
        ColumnProfile.of(name, kind, values.length, missing, distinct)
            .between(text(low), text(high));
    return !declared && kind == ColumnKind.NUMBER && isWhole && POSTAL.matcher(name).matches()
        ? profile.doubted(
            "its name says postal codes, but it is read as numbers; --type '%s=category' makes each a category"
                .formatted(name))
        : profile;
  }

  private static String text(double value) {
    return String.valueOf(new Column.Numeric("", new double[] {value}).text(0));
  }

  private static double min(double[] seconds) {
    return Arrays.stream(seconds).filter(value -> !Double.isNaN(value)).min().orElseThrow();
  }

  private static double max(double[] seconds) {
    return Arrays.stream(seconds).filter(value -> !Double.isNaN(value)).max().orElseThrow();
  }

  /** Whether the first rows hardly repeat a value; else no time is lost on the others. */
  private boolean mayNameRows() {
    return values.length <= SAMPLE || distinct(SAMPLE) >= 0.9 * SAMPLE;
  }

  /** Different values among the first rows that have one. */
  private long distinct(int rows) {
    double[] sorted = new double[Math.min(rows, present)];
    int kept = 0;
    for (int i = 0; i < values.length && kept < sorted.length; i++) {
      if (!Double.isNaN(values[i])) {
        sorted[kept++] = values[i];
      }
    }
    Arrays.sort(sorted);
    long distinct = sorted.length > 0 ? 1 : 0;
    for (int i = 1; i < sorted.length; i++) {
      distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    return distinct;
  }

  /**
   * Whole numbers that differ in every row name rows where they follow each other, stand in order,
   * are called an id, have all the same six or more digits, or where as many measured numbers of
   * that range would have repeated.
   */
  private boolean namesRows(long distinct) {
    if (present < ColumnReview.FEWEST_ROWS || low < 0) {
      return false;
    }
    boolean named = RowNames.isOne(column.name());
    if (distinct < present) {
      return named && distinct >= 0.9 * present;
    }
    double range = high - low + 1;
    boolean sameDigits =
        low >= SIX_DIGITS && Math.floor(Math.log10(low)) == Math.floor(Math.log10(high));
    double repeats = (double) present * present / (2 * range);
    return named
        || isIncreasing
        || isDecreasing
        || range <= 1.5 * present
        || sameDigits
        || repeats >= 3;
  }

  private Optional<ColumnReading> compactDate() {
    if (!isWhole || low < EARLIEST || high > LATEST || present < ColumnReview.FEWEST_ROWS) {
      return Optional.empty();
    }
    ColumnReading.Dates plain = new ColumnReading.Dates(DateOrder.YEAR_FIRST, List.of());
    double[] seconds = plain.values(column);
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(seconds[i]) && !Double.isNaN(values[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(new ColumnReading.Dates(DateOrder.YEAR_FIRST, DatePart.of(seconds)));
  }
}
