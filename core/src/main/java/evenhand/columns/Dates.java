package evenhand.columns;

import evenhand.data.Column;
import evenhand.data.ColumnReading;
import evenhand.data.DateOrder;
import evenhand.data.DatePart;
import evenhand.data.DateText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a text column holds dates, and in which order.
 *
 * @param reading with the parts that the range warrants
 * @param isAmbiguous whether no value tells the day from the month
 * @param odd values that are no dates
 */
record Dates(
    ColumnReading.Dates reading,
    boolean isAmbiguous,
    Optional<OddCells> odd,
    double low,
    double high) {

  private static final double NEARLY_ALL = 0.95;
  private static final int LOOKED_AT = 20;

  /**
   * @param counts rows of each level
   * @param present rows with a value
   */
  static Optional<Dates> of(Column.Categorical column, int[] counts, int present) {
    if (!looksLikeDates(column)) {
      return Optional.empty();
    }
    Map<DateOrder, Long> read = new EnumMap<>(DateOrder.class);
    for (DateOrder order : DateOrder.values()) {
      long rows = 0;
      for (int code = 0; code < counts.length; code++) {
        rows += DateText.seconds(column.levels().get(code), order).isPresent() ? counts[code] : 0;
      }
      read.put(order, rows);
    }
    long days = read.getOrDefault(DateOrder.DAY_FIRST, 0L);
    long months = read.getOrDefault(DateOrder.MONTH_FIRST, 0L);
    long years = read.getOrDefault(DateOrder.YEAR_FIRST, 0L);
    DateOrder order =
        years >= Math.max(days, months)
            ? DateOrder.YEAR_FIRST
            : days > months || (days == months && isDotted(column))
                ? DateOrder.DAY_FIRST
                : DateOrder.MONTH_FIRST;
    if (read.getOrDefault(order, 0L) < NEARLY_ALL * present) {
      return Optional.empty();
    }
    boolean ambiguous = order != DateOrder.YEAR_FIRST && days == months;
    ColumnReading.Dates plain = new ColumnReading.Dates(order, List.of());
    double[] seconds = plain.values(column);
    return Optional.of(of(column, order, ambiguous, seconds));
  }

  private static Dates of(
      Column.Categorical column, DateOrder order, boolean ambiguous, double[] seconds) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    int odd = 0;
    int first = -1;
    for (int row = 0; row < seconds.length; row++) {
      if (!Double.isNaN(seconds[row])) {
        low = Math.min(low, seconds[row]);
        high = Math.max(high, seconds[row]);
      } else if (!column.isMissing(row)) {
        odd++;
        first = first < 0 ? row : first;
      }
    }
    return new Dates(
        new ColumnReading.Dates(order, DatePart.of(seconds)),
        ambiguous,
        odd == 0
            ? Optional.empty()
            : Optional.of(new OddCells(odd, first + 1, String.valueOf(column.text(first)), "")),
        low,
        high);
  }

  private static boolean isDotted(Column.Categorical column) {
    return column.levels().stream().limit(1).anyMatch(level -> level.indexOf('.') >= 0);
  }

  /** A few values from all over the column; most columns are done with them. */
  private static boolean looksLikeDates(Column.Categorical column) {
    int levels = column.levels().size();
    int looked = Math.min(LOOKED_AT, levels);
    int dates = 0;
    for (int i = 0; i < looked; i++) {
      String level = column.levels().get((int) ((long) i * levels / looked));
      boolean date = false;
      for (DateOrder order : DateOrder.values()) {
        date |= DateText.seconds(level, order).isPresent();
      }
      dates += date ? 1 : 0;
    }
    return looked > 0 && dates * 2 >= looked;
  }

  /** Without the time of the day where it is midnight. */
  static String shown(double seconds) {
    String text =
        Instant.ofEpochSecond((long) Math.floor(seconds))
            .atOffset(ZoneOffset.UTC)
            .toLocalDateTime()
            .toString();
    return text.endsWith("T00:00") ? text.substring(0, 10) : text.replace('T', ' ');
  }
}
