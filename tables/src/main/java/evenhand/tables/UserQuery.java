package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.tables.StagedTable.Content;
import evenhand.tables.StagedTable.Staged;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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
    try {
      TypedSource.requireNames(db, origin, select, options);
      return TypedSource.stage(db, origin, "memory.main.result", select);
    } catch (SQLException e) {
      String reason = DuckDb.reason(e);
      throw new DataException(
          reason.startsWith("Expected a single SELECT")
              ? "%s: the query must be one SELECT, for data is only read".formatted(origin)
              : "%s: the query fails: %s".formatted(origin, reason),
          e);
    }
  }

  /**
   * Shows a staged file to queries as {@value #DATA}, with the names and types it was read with.
   */
  static void bind(DuckDb db, StagedTable staged, Table read, ReadOptions options)
      throws SQLException {
    Text text = new Text(options);
    List<String> selected = new ArrayList<>();
    for (Staged column : staged.columns()) {
      boolean stored = column.content() == Content.NUMBER;
      String value = stored ? column.sql() : text.cleanSql(column.sql());
      boolean numeric = read.column(column.name()) instanceof Column.Numeric;
      selected.add(
          "(%s)::%s AS %s"
              .formatted(value, numeric ? "DOUBLE" : "VARCHAR", DuckDb.identifier(column.name())));
    }
    db.execute(
        "CREATE VIEW memory.main.%s AS SELECT %s FROM %s"
            .formatted(DATA, String.join(", ", selected), staged.table()));
  }
}
