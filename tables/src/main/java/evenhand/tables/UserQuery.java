package evenhand.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.tables.StagedTable.Staged;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A query that a person wrote. One that reads is run; whatever else is refused. */
final class UserQuery {

  /** What a query calls the file it is asked of. */
  static final String DATA = "data";

  private static final ObjectMapper JSON = new ObjectMapper();

  private UserQuery() {}

  static StagedTable stage(DuckDb db, String origin, String sql, ReadOptions options) {
    String query = sql.strip().replaceAll("[;\\s]+$", "");
    try {
      requireOneSelect(db, origin, query);
      TypedSource.requireNames(db, origin, query, options);
      return TypedSource.stage(db, origin, "memory.main.result", query);
    } catch (SQLException e) {
      throw new DataException("%s: the query fails: %s".formatted(origin, DuckDb.reason(e)), e);
    }
  }

  private static void requireOneSelect(DuckDb db, String origin, String query) throws SQLException {
    JsonNode parsed;
    try {
      parsed =
          JSON.readTree(db.row("SELECT json_serialize_sql(" + DuckDb.literal(query) + ")").get(0));
    } catch (JsonProcessingException e) {
      throw new DataException("%s: the query can't be understood".formatted(origin), e);
    }
    if (parsed.path("error_type").asText().equals("parser")) {
      throw new DataException(
          "%s: the query is not SQL: %s"
              .formatted(
                  origin, parsed.path("error_message").asText().lines().findFirst().orElse("")));
    }
    if (parsed.path("error").asBoolean(true) || parsed.path("statements").size() != 1) {
      throw new DataException(
          "%s: the query must be one SELECT, for data is only read".formatted(origin));
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
      boolean stored = column.content() == StagedTable.Content.NUMBER;
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
