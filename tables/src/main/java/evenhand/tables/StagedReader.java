package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.tables.StagedTable.Staged;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Decides what the staged columns are, and brings them over as arrays. */
final class StagedReader {

  private StagedReader() {}

  static Table read(DuckDb db, StagedTable staged, ReadOptions options) {
    try {
      return new Table(staged.origin(), columns(db, staged, options), rows(db, staged, options));
    } catch (SQLException e) {
      if (DuckDb.isOutOfMemory(e)) {
        throw new DataException(
            "%s is too large for the memory allowed to read it".formatted(staged.origin()), e);
      }
      throw new DataException(
          "%s can't be read: %s".formatted(staged.origin(), DuckDb.reason(e)), e);
    }
  }

  private static int rows(DuckDb db, StagedTable staged, ReadOptions options) throws SQLException {
    long rows = Long.parseLong(db.row("SELECT count(*) FROM " + StagedTable.NAME).get(0));
    if (rows == 0) {
      throw new DataException(
          "%s has a header but no rows; at least one is needed".formatted(staged.origin()));
    }
    if (rows > options.limits().rows()) {
      throw new DataException(
          "%s has %d rows, more than the %d allowed"
              .formatted(staged.origin(), rows, options.limits().rows()));
    }
    return (int) rows;
  }

  private static List<Column> columns(DuckDb db, StagedTable staged, ReadOptions options)
      throws SQLException {
    requireKnown(staged, options);
    int rows = rows(db, staged, options);
    List<ColumnType> types = TypeInference.types(db, staged, options);
    List<List<String>> levels = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      Staged column = staged.columns().get(i);
      levels.add(
          types.get(i) == ColumnType.NUMBER
              ? List.of()
              : Categories.define(db, staged.origin(), column, options.limits().categories()));
    }
    return new ColumnFetch(staged, types, levels, rows).fetch(db);
  }

  private static void requireKnown(StagedTable staged, ReadOptions options) {
    List<String> names = staged.columns().stream().map(Staged::name).toList();
    for (String typed : new TreeSet<>(options.types().keySet())) {
      if (!names.contains(typed)) {
        throw new DataException(
            "%s has no column %s, for which a type was given; it has %s"
                .formatted(staged.origin(), typed, String.join(", ", names)));
      }
    }
  }
}
