package evenhand.tables;

import java.util.List;

/**
 * Rows that lie in DuckDB's table {@value #NAME}, in their order.
 *
 * @param origin as a person would name it
 * @param columns in the order of the file; column i is {@code c0, c1, ...} in DuckDB
 */
record StagedTable(String origin, List<Staged> columns) {

  static final String NAME = "memory.main.staged";

  StagedTable {
    columns = List.copyOf(columns);
  }

  /**
   * @param sql its name in DuckDB
   * @param content what DuckDB holds
   */
  record Staged(String name, String sql, Content content) {}

  /** What a staged column holds. */
  enum Content {
    /** Texts of which nothing is known: numbers where all of them are. */
    TEXT,
    /** Texts that are categories, unless a type is declared. */
    CATEGORY,
    /** Double precision numbers. */
    NUMBER
  }
}
