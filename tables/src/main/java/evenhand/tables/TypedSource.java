package evenhand.tables;

import evenhand.data.DataException;
import evenhand.tables.StagedTable.Content;
import evenhand.tables.StagedTable.Staged;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Brings into DuckDB what has types of its own: Parquet, JSON and the results of queries. */
final class TypedSource {

  /** From this on a double may not show an integer's last digits. */
  private static final String TOO_LARGE = "1e15";

  private TypedSource() {}

  /**
   * @param table to make in DuckDB
   * @param select a query, whole
   */
  static StagedTable stage(DuckDb db, String origin, String table, String select)
      throws SQLException {
    List<List<String>> described = db.rows("DESCRIBE " + select);
    String ids =
        IntStream.range(0, described.size())
            .mapToObj(i -> "c" + i)
            .collect(Collectors.joining(", "));
    db.execute(
        "CREATE TABLE %s AS SELECT * FROM (%s\n) AS selected(%s)".formatted(table, select, ids));
    List<Staged> columns = new ArrayList<>();
    for (int i = 0; i < described.size(); i++) {
      columns.add(staged(db, table, described.get(i), "c" + i));
    }
    return new StagedTable(origin, table, columns);
  }

  /**
   * @throws DataException for more columns than allowed or a name that occurs twice
   */
  static void requireNames(DuckDb db, String origin, String select, ReadOptions options)
      throws SQLException {
    List<String> names = db.rows("DESCRIBE " + select).stream().map(row -> row.get(0)).toList();
    if (names.size() > options.limits().columns()) {
      throw new DataException(
          "%s has %d columns, more than the %d allowed"
              .formatted(origin, names.size(), options.limits().columns()));
    }
    for (int i = 0; i < names.size(); i++) {
      int first = names.indexOf(names.get(i));
      if (first < i) {
        throw new DataException(
            "%s: the name %s stands at columns %d and %d; every column needs its own name"
                .formatted(origin, names.get(i), first + 1, i + 1));
      }
    }
  }

  private static Staged staged(DuckDb db, String table, List<String> described, String id)
      throws SQLException {
    String name = described.get(0);
    String type = described.get(1);
    if (type.equals("FLOAT") || type.equals("DOUBLE")) {
      return new Staged(name, id, id + "::DOUBLE", Content.NUMBER);
    }
    if (type.matches("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\\(.*")) {
      String large =
          "SELECT count(*) FILTER (abs(%s::DOUBLE) >= %s) FROM %s".formatted(id, TOO_LARGE, table);
      boolean exact = db.row(large).get(0).equals("0");
      return exact
          ? new Staged(name, id, id + "::DOUBLE", Content.NUMBER)
          : new Staged(name, id, id + "::VARCHAR", Content.CATEGORY);
    }
    String text = type.equals("JSON") ? "(%s ->> '$')".formatted(id) : id + "::VARCHAR";
    return new Staged(name, id, text, Content.CATEGORY);
  }
}
