package evenhand.tables;

import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.tables.StagedTable.Content;
import evenhand.tables.StagedTable.Staged;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Which staged columns hold numbers, and the row of what spoils one that should. */
final class TypeInference {

  private static final int COUNTS = 4;

  private TypeInference() {}

  static List<ColumnType> types(DuckDb db, StagedTable staged, ReadOptions options)
      throws SQLException {
    List<String> counted = new ArrayList<>();
    for (Staged column : staged.columns()) {
      counted.add("count(%s)".formatted(column.sql()));
      counted.add("count(*) FILTER (%s)".formatted(number(column)));
      counted.add("count(*) FILTER (%s)".formatted(finite(column)));
      counted.add("count(*) FILTER (%s)".formatted(code(column)));
    }
    List<String> counts =
        db.row("SELECT %s FROM %s".formatted(String.join(", ", counted), StagedTable.NAME));
    List<ColumnType> types = new ArrayList<>();
    for (int i = 0; i < staged.columns().size(); i++) {
      Staged column = staged.columns().get(i);
      long[] of = new long[COUNTS];
      for (int k = 0; k < COUNTS; k++) {
        of[k] = Long.parseLong(counts.get(i * COUNTS + k));
      }
      ColumnType declared = options.types().get(column.name());
      ColumnType type = declared == null ? inferred(column, of) : declared;
      if (type == ColumnType.NUMBER && of[2] < of[0]) {
        throw firstThatIsNot(db, staged, column, of[1] < of[0]);
      }
      types.add(type);
    }
    return types;
  }

  private static ColumnType inferred(Staged column, long[] of) {
    long present = of[0];
    long numbers = of[1];
    long finite = of[2];
    long codes = of[3];
    boolean number =
        switch (column.content()) {
          case NUMBER -> codes == 0;
          case CATEGORY -> false;
          case TEXT -> numbers == present && finite > 0 && codes == 0;
        };
    return number ? ColumnType.NUMBER : ColumnType.CATEGORY;
  }

  /** Holds where the value reads as a number, infinity and NaN included. */
  private static String number(Staged column) {
    return column.content() == Content.NUMBER
        ? column.sql() + " IS NOT NULL"
        : "TRY_CAST(%1$s AS DOUBLE) IS NOT NULL AND NOT contains(%1$s, '_')"
            .formatted(column.sql());
  }

  private static String finite(Staged column) {
    return column.content() == Content.NUMBER
        ? "isfinite(%s)".formatted(column.sql())
        : "isfinite(TRY_CAST(%1$s AS DOUBLE)) AND NOT contains(%1$s, '_')".formatted(column.sql());
  }

  /**
   * Holds where writing the value as a number would change it: 007, or an integer beyond 15 digits.
   */
  private static String code(Staged column) {
    return column.content() == Content.NUMBER
        ? "false"
        : "regexp_matches(%s, '^[-+]?(0[0-9]|[0-9]{16,}$)')".formatted(column.sql());
  }

  private static DataException firstThatIsNot(
      DuckDb db, StagedTable staged, Staged column, boolean text) throws SQLException {
    String holds = text ? number(column) : finite(column);
    List<String> found =
        db.row(
            "SELECT rowid + 1, %s::VARCHAR FROM %s WHERE %s IS NOT NULL AND NOT coalesce(%s, false) ORDER BY rowid LIMIT 1"
                .formatted(column.sql(), StagedTable.NAME, column.sql(), holds));
    return new DataException(
        text
            ? "%s, row %s, column %s: %s is not a number, which the column is declared to hold"
                .formatted(staged.origin(), found.get(0), column.name(), shortened(found.get(1)))
            : "%s, row %s, column %s: %s is not a finite number; name it as a missing value if it means that"
                .formatted(staged.origin(), found.get(0), column.name(), shortened(found.get(1))));
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
