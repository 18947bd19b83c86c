package evenhand.tables;

import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.tables.StagedTable.Staged;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a text column of many distinct values holds numbers, by counting in DuckDB. */
record NumberCheck(DuckDb db, StagedTable staged, Staged column, Text text) {

  /**
   * @param declared null: by the values
   * @throws DataException with the first row that is not a finite number, where all must be
   */
  boolean passes(@Nullable ColumnType declared) throws SQLException {
    String number = Text.isNumberSql("t");
    List<Long> counts =
        db
            .row(
                """
                SELECT count(t), count(*) FILTER (%s), count(*) FILTER (%s),
                  count(*) FILTER (isfinite(TRY_CAST(t AS DOUBLE)))
                FROM (SELECT %s AS t FROM %s)\
                """
                    .formatted(
                        number, Text.isCodeSql("t"), text.cleanSql(column.sql()), staged.table()))
            .stream()
            .map(Long::valueOf)
            .toList();
    long present = counts.get(0);
    boolean numeric = counts.get(1) == present && counts.get(2) == 0 && counts.get(3) > 0;
    if (declared == null && !numeric) {
      return false;
    }
    if (counts.get(1) < present || counts.get(3) < present) {
      throw firstWrong(number);
    }
    return true;
  }

  private DataException firstWrong(String number) throws SQLException {
    List<String> found =
        db.row(
            """
            SELECT row, t FROM (SELECT rowid + 1 AS row, %s AS t FROM %s)
            WHERE t IS NOT NULL AND NOT (%s AND isfinite(TRY_CAST(t AS DOUBLE)))
            ORDER BY row LIMIT 1\
            """
                .formatted(text.cleanSql(column.sql()), staged.table(), number));
    return Dictionary.notANumber(
        staged.origin(), Long.parseLong(found.get(0)), column.name(), found.get(1));
  }
}
