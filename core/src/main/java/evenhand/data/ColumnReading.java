package evenhand.data;

import java.util.List;

/** How a column is learned from where its values alone do not say it. */
public sealed interface ColumnReading {

  /**
   * Numbers, though some values may be none: those count as missing.
   *
   * @param decimal the sign before their decimals
   */
  record Numbers(DecimalSign decimal) implements ColumnReading {}

  /**
   * Dates; a value that is none counts as missing.
   *
   * @param parts what they become beside the day and the year
   */
  record Dates(DateOrder order, List<DatePart> parts) implements ColumnReading {

    public Dates {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The column as numbers.
   *
   * @return of dates seconds since 1970; NaN where the value is missing or can't be read
   */
  default double[] values(Column column) {
    if (this instanceof Numbers && column instanceof Column.Numeric numeric) {
      return numeric.values();
    }
    double[] values = new double[column.size()];
    if (column instanceof Column.Categorical categorical) {
      double[] levels = categorical.levels().stream().mapToDouble(this::value).toArray();
      for (int row = 0; row < values.length; row++) {
        int code = categorical.codes()[row];
        values[row] = code < 0 ? Double.NaN : levels[code];
      }
      return values;
    }
    for (int row = 0; row < values.length; row++) {
      String text = column.text(row);
      values[row] = text == null ? Double.NaN : value(text);
    }
    return values;
  }

  private double value(String text) {
    if (this instanceof Dates dates) {
      return DateText.seconds(text, dates.order()).orElse(Double.NaN);
    }
    DecimalSign decimal = ((Numbers) this).decimal();
    double number = decimal.isNumber(text) ? decimal.number(text) : Double.NaN;
    return Double.isFinite(number) ? number : Double.NaN;
  }
}
