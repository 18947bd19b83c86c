package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Table;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A query that a person wrote. DuckDB's function {@code query} runs one SELECT and refuses whatever
 * else; what the SELECT itself may see is {@link DuckDb}'s matter.
 */
final class UserQuery {

  /** What a query calls the file it is asked of. */
  static final String DATA = "data";

  private UserQuery() {}

  static StagedTable stage(DuckDb db, String origin, String sql, ReadOptions options) {
    String select = "SELECT * FROM query(%s)".formatted(DuckDb.literal(sql));
    try (DuckDb.Alarm alarm = db.alarm(options.limits().seconds())) {
      alarm.start();
      TypedSource.requireNames(db, origin, select, options);
      return TypedSource.stage(db, origin, "memory.main.result", select);
    } catch (SQLException e) {
      if (DuckDb.isInterrupted(e)) {
        throw new DataException(
            "%s: the query was stopped after %d seconds; --query-timeout SECONDS gives it longer"
                .formatted(origin, options.limits().seconds()),
            e);
      }
      String reason = DuckDb.reason(e);
      throw new DataException(
          reason.startsWith("Expected a single SELECT")
              ? "%s: the query must be one SELECT, for data is only read".formatted(origin)
              : "%s: the query fails: %s".formatted(origin, reason),
          e);
    }
  }

  /**
   * Shows a table that was read to queries as {@value #DATA}, with the names and types it has.
   *
   * @throws DataException for two names that differ in case only
   */
  static void bind(DuckDb db, Table table) throws SQLException {
    requireCaseless(table);
    String columns =
        table.columns().stream()
            .map(
                column ->
                    "%s %s"
                        .formatted(
                            DuckDb.identifier(column.name()),
                            column instanceof Column.Numeric ? "DOUBLE" : "VARCHAR"))
            .collect(Collectors.joining(", "));
    db.execute("CREATE TABLE memory.main.%s (%s)".formatted(DATA, columns));
    db.append(DATA, table);
  }

  private static void requireCaseless(Table table) {
    Map<String, String> known = new HashMap<>();
    for (String name : table.names()) {
      String before = known.putIfAbsent(lower(name), name);
      if (before != null) {
        throw new DataException(
            "%s: a query knows no case in names, so that the columns %s and %s clash; rename one of them"
                .formatted(table.origin(), before, name));
      }
    }
  }

  /** As DuckDB compares names: the letters of other alphabets keep their case. */
  private static String lower(String name) {
    StringBuilder lower = new StringBuilder(name.length());
    name.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
    return lower.toString();
  }
}
