package evenhand.tables;

import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBReadableVector;

/**
 * Copies columns of doubles and of integer codes out of DuckDB, chunk by chunk. With several
 * threads DuckDB hands the chunks out in any order, so each row says where it belongs.
 */
final class ColumnFetch {

  private final int rows;
  private double[][] numbers = new double[0][];
  private int[][] codes = new int[0][];

  ColumnFetch(int rows) {
    this.rows = rows;
  }

  /**
   * @param selected SQL of each column, never null
   * @param coded for each column whether it is an integer, not a double
   */
  void run(DuckDb db, String table, List<String> selected, List<Boolean> coded)
      throws SQLException {
    int columns = selected.size();
    numbers = new double[columns][];
    codes = new int[columns][];
    for (int i = 0; i < columns; i++) {
      numbers[i] = new double[coded.get(i) ? 0 : rows];
      codes[i] = new int[coded.get(i) ? rows : 0];
    }
    String sql = "SELECT rowid, %s FROM %s".formatted(String.join(", ", selected), table);
    db.chunks(sql, this::copy);
  }

  private void copy(DuckDBChunkedResult result) {
    int length = (int) result.chunk().rowCount();
    DuckDBReadableVector row = result.chunk().vector(0);
    int[] to = new int[length];
    for (int i = 0; i < length; i++) {
      to[i] = (int) row.getLong(i);
    }
    for (int c = 0; c < numbers.length; c++) {
      DuckDBReadableVector vector = result.chunk().vector(c + 1L);
      double[] doubles = numbers[c];
      int[] integers = codes[c];
      if (integers.length == 0) {
        for (int i = 0; i < length; i++) {
          doubles[to[i]] = vector.getDouble(i);
        }
      } else {
        for (int i = 0; i < length; i++) {
          integers[to[i]] = vector.getInt(i);
        }
      }
    }
  }

  double[] numbers(int column) {
    return numbers[column];
  }

  int[] codes(int column) {
    return codes[column];
  }
}
