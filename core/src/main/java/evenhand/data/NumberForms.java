package evenhand.data;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the values of a text column write numbers: whether the column is nearly one of numbers, and
 * what keeps it from being one.
 *
 * @param rows that have a value
 * @param counts of rows by form; forms without rows are left out
 * @param first row, from 0, of each form that has rows
 */
public record NumberForms(
    int rows, Map<NumberForm, Integer> counts, Map<NumberForm, Integer> first) {

  public NumberForms {
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    first = Collections.unmodifiableMap(new EnumMap<>(first));
  }

  /** Of a column whose numbers are to have a decimal point. */
  public static NumberForms of(Column.Categorical column) {
    return of(column, DecimalSign.POINT);
  }

  /**
   * @param decimal the sign that numbers are read with
   */
  public static NumberForms of(Column.Categorical column, DecimalSign decimal) {
    NumberForm[] forms =
        column.levels().stream()
            .map(level -> NumberForm.of(level, decimal))
            .toArray(NumberForm[]::new);
    Map<NumberForm, Integer> counts = new EnumMap<>(NumberForm.class);
    Map<NumberForm, Integer> first = new EnumMap<>(NumberForm.class);
    int rows = 0;
    for (int row = 0; row < column.size(); row++) {
      int code = column.codes()[row];
      if (code >= 0) {
        rows++;
        counts.merge(forms[code], 1, Integer::sum);
        first.putIfAbsent(forms[code], row);
      }
    }
    return new NumberForms(rows, counts, first);
  }

  /** Rows of that form. */
  public int count(NumberForm form) {
    return counts.getOrDefault(form, 0);
  }

  /** The share of rows that write a number, in whatever way; 0 where no row has a value. */
  public double share() {
    return rows == 0 ? 0 : (rows - count(NumberForm.TEXT)) / (double) rows;
  }

  /**
   * The most frequent way of writing numbers otherwise than they are read; empty: there is none.
   */
  public Optional<NumberForm> otherwise() {
    NumberForm found = null;
    for (Map.Entry<NumberForm, Integer> entry : counts.entrySet()) {
      NumberForm form = entry.getKey();
      boolean written = form != NumberForm.NUMBER && form != NumberForm.TEXT;
      if (written && (found == null || entry.getValue() > count(found))) {
        found = form;
      }
    }
    return found == NumberForm.COMMA_GROUPED && count(NumberForm.DECIMAL_COMMA) > 0
        ? Optional.of(NumberForm.DECIMAL_COMMA)
        : Optional.ofNullable(found);
  }

  /** What keeps the column from being one of numbers; empty where all are plain numbers. */
  public Optional<NumberForm> culprit() {
    return otherwise()
        .or(() -> count(NumberForm.TEXT) > 0 ? Optional.of(NumberForm.TEXT) : Optional.empty());
  }
}
