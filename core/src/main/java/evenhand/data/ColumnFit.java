package evenhand.data;

import evenhand.data.ColumnEncoding.Missing;
import evenhand.data.ColumnEncoding.OneHot;
import evenhand.data.ColumnEncoding.Standardised;
import java.util.ArrayList;
import java.util.List;

/** Fits the encoding of one column to the training rows. */
final class ColumnFit {

  private ColumnFit() {}

  static ColumnEncoding fit(Table table, Column column, int[] rows) {
    if (column instanceof Column.Numeric numeric) {
      return standardised(table, numeric, rows);
    }
    return oneHot(table, (Column.Categorical) column, rows);
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
