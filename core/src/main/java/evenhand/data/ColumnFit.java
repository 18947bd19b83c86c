package evenhand.data;

import evenhand.data.ColumnEncoding.Dated;
import evenhand.data.ColumnEncoding.Missing;
import evenhand.data.ColumnEncoding.OneHot;
import evenhand.data.ColumnEncoding.Standardised;
import evenhand.data.ColumnEncoding.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fits the encoding of one column to the training rows. */
final class ColumnFit {

  private ColumnFit() {}

  /**
   * @param reading null: by the column's type
   */
  static ColumnEncoding fit(
      Table table, Column column, @Nullable ColumnReading reading, int[] rows) {
    if (reading instanceof ColumnReading.Dates dates) {
      return dated(column, dates, rows);
    }
    if (reading instanceof ColumnReading.Numbers read) {
      Column.Numeric numbers = new Column.Numeric(column.name(), read.values(column));
      Standardised fitted = standardised(table, numbers, rows);
      return new Standardised(
          fitted.column(),
          fitted.mean(),
          fitted.deviation(),
          fitted.missing(),
          Unreadable.MISSING,
          read.decimal());
    }
    if (column instanceof Column.Numeric numeric) {
      return standardised(table, numeric, rows);
    }
    return oneHot(table, (Column.Categorical) column, rows);
  }

  private static Dated dated(Column column, ColumnReading.Dates reading, int[] rows) {
    double[] seconds = reading.values(column);
    double[] days = new double[2];
    double[] years = new double[2];
    int present = 0;
    for (int row : rows) {
      if (!Double.isNaN(seconds[row])) {
        present++;
        days[0] += seconds[row] / DatePart.DAY;
        years[0] += DatePart.year(seconds[row]);
      }
    }
    Missing missing = present < rows.length ? Missing.SEEN : Missing.UNSEEN;
    if (present == 0) {
      return new Dated(column.name(), reading, 0, 0, 0, 0, missing);
    }
    days[0] /= present;
    years[0] /= present;
    for (int row : rows) {
      if (!Double.isNaN(seconds[row])) {
        days[1] += square(seconds[row] / DatePart.DAY - days[0]);
        years[1] += square(DatePart.year(seconds[row]) - years[0]);
      }
    }
    return new Dated(
        column.name(),
        reading,
        days[0],
        Math.sqrt(days[1] / present),
        years[0],
        Math.sqrt(years[1] / present),
        missing);
  }

  private static double square(double value) {
    return value * value;
  }

  private static Standardised standardised(Table table, Column.Numeric column, int[] rows) {
    double[] values = column.values();
    int present = 0;
    double sum = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row : rows) {
      double value = values[row];
      if (!Double.isNaN(value)) {
        present++;
        sum += value;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    Missing missing = present < rows.length ? Missing.SEEN : Missing.UNSEEN;
    if (present == 0) {
      return new Standardised(column.name(), 0, 0, missing);
    }
    if (low == high) {
      return new Standardised(column.name(), low, 0, missing);
    }
    double mean = sum / present;
    double squares = 0;
    for (int row : rows) {
      double off = values[row] - mean;
      if (!Double.isNaN(off)) {
        squares += off * off;
      }
    }
    double deviation = Math.sqrt(squares / present);
    if (!Double.isFinite(mean) || !Double.isFinite(deviation)) {
      throw new DataException(
          "%s, column %s: numbers from %s to %s are too large to standardise; divide them by a constant"
              .formatted(table.origin(), column.name(), low, high));
    }
    return new Standardised(column.name(), mean, deviation, missing);
  }

  private static OneHot oneHot(Table table, Column.Categorical column, int[] rows) {
    boolean[] seen = new boolean[column.levels().size()];
    Missing missing = Missing.UNSEEN;
    for (int row : rows) {
      int code = column.codes()[row];
      if (code < 0) {
        missing = Missing.SEEN;
      } else {
        seen[code] = true;
      }
    }
    List<String> levels = new ArrayList<>();
    for (int code = 0; code < seen.length; code++) {
      if (seen[code]) {
        levels.add(column.levels().get(code));
      }
    }
    if (levels.size() > Encoding.MAX_LEVELS) {
      throw new DataException(
          "%s, column %s: %d distinct categories among the training rows, a feature may have at most %d; leave the column out"
              .formatted(table.origin(), column.name(), levels.size(), Encoding.MAX_LEVELS));
    }
    return new OneHot(column.name(), levels, missing);
  }
}
