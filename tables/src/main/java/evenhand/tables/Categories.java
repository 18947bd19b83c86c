package evenhand.tables;

import evenhand.data.DataException;
import evenhand.tables.StagedTable.Staged;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The distinct texts of a staged column, as a type of DuckDB that numbers them. */
final class Categories {

  private Categories() {}

  /** The texts in the order of their numbers, which is DuckDB's and not always Java's. */
  static List<String> define(DuckDb db, String origin, Staged column, int most)
      throws SQLException {
    String distinct =
        "SELECT DISTINCT %s FROM %s WHERE %s IS NOT NULL"
            .formatted(column.sql(), StagedTable.NAME, column.sql());
    long count = Long.parseLong(db.row("SELECT count(*) FROM (" + distinct + ")").get(0));
    if (count > most) {
      throw new DataException(
          "%s, column %s: %d distinct texts, more than the %d allowed; leave the column out"
              .formatted(origin, column.name(), count, most));
    }
    if (count == 0) {
      return List.of();
    }
    db.execute("CREATE TYPE %s AS ENUM (%s ORDER BY 1)".formatted(type(column), distinct));
    List<String> levels = new ArrayList<>((int) count);
    db.chunks(
        "SELECT unnest(enum_range(NULL::%s))::VARCHAR".formatted(type(column)),
        result -> {
          long rows = result.chunk().rowCount();
          for (long i = 0; i < rows; i++) {
            levels.add(result.chunk().vector(0).getString(i));
          }
        });
    return levels;
  }

  static String type(Staged column) {
    return "memory.main.levels_" + column.sql();
  }
}
