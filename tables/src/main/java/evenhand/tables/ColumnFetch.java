package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.ColumnType;
import evenhand.tables.StagedTable.Content;
import evenhand.tables.StagedTable.Staged;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBReadableVector;

/** Copies typed columns out of DuckDB, chunk by chunk. */
final class ColumnFetch {

  private final StagedTable staged;
  private final List<ColumnType> types;
  private final List<List<String>> levels;
  private final double[][] numbers;
  private final int[][] codes;
  private int filled;

  /**
   * @param levels of the categorical columns, in the order of DuckDB's numbers
   */
  ColumnFetch(StagedTable staged, List<ColumnType> types, List<List<String>> levels, int rows) {
    this.staged = staged;
    this.types = types;
    this.levels = levels;
    int columns = types.size();
    this.numbers = new double[columns][];
    this.codes = new int[columns][];
    for (int i = 0; i < columns; i++) {
      if (types.get(i) == ColumnType.NUMBER) {
        numbers[i] = new double[rows];
      } else {
        codes[i] = new int[rows];
      }
    }
  }

  List<Column> fetch(DuckDb db) throws SQLException {
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      selected.add(sql(staged.columns().get(i), i));
    }
    db.chunks(
        "SELECT %s FROM %s".formatted(String.join(", ", selected), StagedTable.NAME), this::copy);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      String name = staged.columns().get(i).name();
      columns.add(
          types.get(i) == ColumnType.NUMBER
              ? new Column.Numeric(name, numbers[i])
              : categorical(name, levels.get(i), codes[i]));
    }
    return columns;
  }

  private String sql(Staged column, int i) {
    if (types.get(i) == ColumnType.NUMBER) {
      String number = column.content() == Content.NUMBER ? column.sql() : column.sql() + "::DOUBLE";
      return "coalesce(%s, 'nan'::DOUBLE)".formatted(number);
    }
    return levels.get(i).isEmpty()
        ? "-1::INTEGER"
        : "coalesce(enum_code(%s::%s)::INTEGER, -1)"
            .formatted(column.sql(), Categories.type(column));
  }

  private void copy(DuckDBChunkedResult result) {
    int rows = (int) result.chunk().rowCount();
    for (int c = 0; c < types.size(); c++) {
      DuckDBReadableVector vector = result.chunk().vector(c);
      if (types.get(c) == ColumnType.NUMBER) {
        double[] into = numbers[c];
        for (int i = 0; i < rows; i++) {
          into[filled + i] = vector.getDouble(i);
        }
      } else {
        int[] into = codes[c];
        for (int i = 0; i < rows; i++) {
          into[filled + i] = vector.getInt(i);
        }
      }
    }
    filled += rows;
  }

  /** The same column with its levels in Java's order. */
  private static Column categorical(String name, List<String> levels, int[] codes) {
    List<String> sorted = levels.stream().sorted().toList();
    if (!sorted.equals(levels)) {
      int[] moved = new int[levels.size()];
      for (int code = 0; code < moved.length; code++) {
        moved[code] = java.util.Collections.binarySearch(sorted, levels.get(code));
      }
      Arrays.setAll(codes, i -> codes[i] < 0 ? -1 : moved[codes[i]]);
    }
    return new Column.Categorical(name, sorted, codes);
  }
}
