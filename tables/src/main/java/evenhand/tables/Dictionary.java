package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.tables.StagedTable.Staged;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The distinct raw texts of a staged column, each looked at once.
 *
 * @param texts what each code of DuckDB means, cleaned; empty: missing
 */
record Dictionary(List<Optional<String>> texts) {

  /** Makes DuckDB number the column's distinct texts. */
  static Dictionary define(DuckDb db, String table, Staged column, Text text) throws SQLException {
    db.execute(
        "CREATE TYPE %1$s AS ENUM (SELECT DISTINCT %2$s FROM %3$s WHERE %2$s IS NOT NULL ORDER BY 1)"
            .formatted(type(table, column), column.sql(), table));
    List<Optional<String>> texts = new ArrayList<>();
    db.chunks(
        "SELECT unnest(enum_range(NULL::%s))::VARCHAR".formatted(type(table, column)),
        result -> {
          long rows = result.chunk().rowCount();
          for (long i = 0; i < rows; i++) {
            texts.add(text.clean(result.chunk().vector(0).getString(i)));
          }
        });
    return new Dictionary(texts);
  }

  /** The column's codes in SQL, −1 where it is null. */
  static String codeSql(String table, Staged column) {
    return "coalesce(enum_code(%s::%s)::INTEGER, -1)".formatted(column.sql(), type(table, column));
  }

  private static String type(String table, Staged column) {
    return table + "_" + column.id();
  }

  /** Whether the texts present are numbers and lose nothing when read as such. */
  boolean isNumeric() {
    boolean finite = false;
    for (Optional<String> text : texts) {
      if (text.isPresent()) {
        if (!Text.isNumber(text.get()) || Text.isCode(text.get())) {
          return false;
        }
        finite |= Double.isFinite(Text.number(text.get()));
      }
    }
    return finite;
  }

  /**
   * @param codes shape [rows]
   * @throws DataException with the first row that is not a finite number
   */
  Column.Numeric numeric(Staged column, String origin, int[] codes) {
    double[] numbers = new double[texts.size()];
    boolean[] wrong = new boolean[texts.size()];
    for (int code = 0; code < numbers.length; code++) {
      Optional<String> text = texts.get(code);
      boolean number = text.isPresent() && Text.isNumber(text.get());
      numbers[code] = number ? Text.number(text.orElseThrow()) : Double.NaN;
      wrong[code] = text.isPresent() && !Double.isFinite(numbers[code]);
    }
    double[] values = new double[codes.length];
    for (int row = 0; row < values.length; row++) {
      int code = codes[row];
      if (code >= 0 && wrong[code]) {
        throw notANumber(origin, row + 1L, column.name(), texts.get(code).orElseThrow());
      }
      values[row] = code < 0 ? Double.NaN : numbers[code];
    }
    return new Column.Numeric(column.name(), values);
  }

  static DataException notANumber(String origin, long row, String column, String text) {
    String shown = text.length() <= 60 ? text : text.substring(0, 57) + "...";
    return new DataException(
        Text.isNumber(text)
            ? "%s, row %d, column %s: %s is not a finite number; name it as a missing value if it means that"
                .formatted(origin, row, column, shown)
            : "%s, row %d, column %s: %s is not a number, which the column is declared to hold"
                .formatted(origin, row, column, shown));
  }

  /**
   * @param codes shape [rows], overwritten
   */
  Column.Categorical categorical(Staged column, int[] codes) {
    TreeSet<String> distinct = new TreeSet<>();
    texts.forEach(text -> text.ifPresent(distinct::add));
    List<String> levels = List.copyOf(distinct);
    Map<String, Integer> codeOf = new HashMap<>();
    for (int i = 0; i < levels.size(); i++) {
      codeOf.put(levels.get(i), i);
    }
    int[] moved = texts.stream().mapToInt(text -> text.map(codeOf::get).orElse(-1)).toArray();
    Arrays.setAll(codes, row -> codes[row] < 0 ? -1 : moved[codes[row]]);
    return new Column.Categorical(column.name(), levels, codes);
  }
}
