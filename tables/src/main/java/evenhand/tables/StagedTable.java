package evenhand.tables;

import java.util.List;

/**
 * Rows that lie in a table of DuckDB, in their order.
 *
 * @param origin as a person would name it
 * @param table its name in DuckDB
 * @param columns in the order of the file
 */
record StagedTable(String origin, String table, List<Staged> columns) {

  StagedTable {
    columns = List.copyOf(columns);
  }

  /**
   * @param id a name of its own, safe in SQL
   * @param sql its value in DuckDB
   * @param content what DuckDB holds
   */
  record Staged(String name, String id, String sql, Content content) {}

  /** What a staged column holds. */
  enum Content {
    /** Texts that are categories, unless a type is declared. */
    CATEGORY,
    /** Double precision numbers. */
    NUMBER
  }
}
