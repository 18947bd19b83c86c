package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.tables.StagedTable.Content;
import evenhand.tables.StagedTable.Staged;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the staged columns are, and brings them over as arrays. A column of few distinct
 * texts is decided from those; one of many by counting in DuckDB.
 */
final class StagedReader {

  /** A text column of about as many distinct values is looked at row by row. */
  private static final long MANY = 1000;

  private final DuckDb db;
  private final StagedTable staged;
  private final ReadOptions options;
  private final Text text;
  private final long many;

  StagedReader(DuckDb db, StagedTable staged, ReadOptions options, long many) {
    this.db = db;
    this.staged = staged;
    this.options = options;
    this.text = new Text(options);
    this.many = many;
  }

  static Table read(DuckDb db, StagedTable staged, ReadOptions options) {
    return new StagedReader(db, staged, options, MANY).read();
  }

  Table read() {
    requireKnown();
    try {
      Profile profile = Profile.of(db, staged);
      requireRows(profile.rows());
      return new Table(staged.origin(), columns(profile), (int) profile.rows());
    } catch (SQLException e) {
      if (DuckDb.isOutOfMemory(e)) {
        throw new DataException(
            "%s is too large for the %d MB allowed to read it"
                .formatted(staged.origin(), options.limits().megabytes()),
            e);
      }
      throw new DataException(
          "%s can't be read: %s".formatted(staged.origin(), DuckDb.reason(e)), e);
    }
  }

  private List<Column> columns(Profile profile) throws SQLException {
    Map<Staged, Dictionary> dictionaries = new LinkedHashMap<>();
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < staged.columns().size(); i++) {
      Staged column = staged.columns().get(i);
      if (isFetchedAsNumber(column, profile.distinct().get(i))) {
        selected.add(numberSql(column));
      } else {
        requireFew(column, profile.distinct().get(i));
        dictionaries.put(column, Dictionary.define(db, staged.table(), column, text));
        selected.add(Dictionary.codeSql(staged.table(), column));
      }
    }
    ColumnFetch fetch = new ColumnFetch((int) profile.rows());
    fetch.run(
        db,
        staged.table(),
        selected,
        staged.columns().stream().map(dictionaries::containsKey).toList());
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < selected.size(); i++) {
      Staged column = staged.columns().get(i);
      Dictionary dictionary = dictionaries.get(column);
      columns.add(
          dictionary == null
              ? numbers(column, fetch.numbers(i))
              : coded(column, dictionary, fetch.codes(i)));
    }
    return columns;
  }

  private Column numbers(Staged column, double[] values) {
    Column.Numeric numeric = new Column.Numeric(column.name(), values);
    return options.types().get(column.name()) == ColumnType.CATEGORY
        ? Column.Categorical.of(column.name(), texts(numeric))
        : numeric;
  }

  private static List<@Nullable String> texts(Column column) {
    List<@Nullable String> texts = new ArrayList<>(column.size());
    for (int row = 0; row < column.size(); row++) {
      texts.add(column.text(row));
    }
    return texts;
  }

  private Column coded(Staged column, Dictionary dictionary, int[] codes) {
    ColumnType declared = options.types().get(column.name());
    boolean numeric =
        declared == null
            ? column.content() == Content.TEXT && dictionary.isNumeric()
            : declared == ColumnType.NUMBER;
    return numeric
        ? dictionary.numeric(column, staged.origin(), codes)
        : dictionary.categorical(column, codes);
  }

  private boolean isFetchedAsNumber(Staged column, long distinct) throws SQLException {
    ColumnType declared = options.types().get(column.name());
    if (column.content() == Content.NUMBER) {
      requireFinite(column);
      return true;
    }
    boolean possible =
        declared == null ? column.content() == Content.TEXT : declared == ColumnType.NUMBER;
    return possible
        && distinct > many
        && new NumberCheck(db, staged, column, text).passes(declared);
  }

  private void requireFinite(Staged column) throws SQLException {
    boolean missing = options.missing().stream().anyMatch("NaN"::equalsIgnoreCase);
    List<List<String>> wrong =
        db.rows(
            "SELECT rowid + 1, %1$s FROM %2$s WHERE NOT isfinite(%1$s) %3$s ORDER BY rowid LIMIT 1"
                .formatted(
                    column.sql(),
                    staged.table(),
                    missing ? "AND NOT isnan(" + column.sql() + ")" : ""));
    if (!wrong.isEmpty()) {
      throw Dictionary.notANumber(
          staged.origin(), Long.parseLong(wrong.get(0).get(0)), column.name(), wrong.get(0).get(1));
    }
  }

  private String numberSql(Staged column) {
    return column.content() == Content.NUMBER
        ? "coalesce(%s, 'nan'::DOUBLE)".formatted(column.sql())
        : "coalesce((%s)::DOUBLE, 'nan'::DOUBLE)".formatted(text.cleanSql(column.sql()));
  }

  private void requireKnown() {
    List<String> names = staged.columns().stream().map(Staged::name).toList();
    for (String typed : new TreeSet<>(options.types().keySet())) {
      if (!names.contains(typed)) {
        throw new DataException(
            "%s has no column %s, for which a type was given; it has %s"
                .formatted(staged.origin(), typed, String.join(", ", names)));
      }
    }
  }

  private void requireRows(long rows) {
    if (rows == 0) {
      throw new DataException(
          "%s has no rows under its header; at least one is needed".formatted(staged.origin()));
    }
    if (rows > options.limits().rows()) {
      throw new DataException(
          "%s has %d rows, more than the %d allowed"
              .formatted(staged.origin(), rows, options.limits().rows()));
    }
  }

  private void requireFew(Staged column, long distinct) throws SQLException {
    int most = options.limits().categories();
    if (distinct < most / 2) {
      return;
    }
    long exact =
        Long.parseLong(
            Objects.requireNonNull(
                db.row("SELECT count(DISTINCT %s) FROM %s".formatted(column.sql(), staged.table()))
                    .get(0)));
    if (exact > most) {
      throw new DataException(
          "%s, column %s: %d distinct texts, more than the %d allowed; leave the column out"
              .formatted(staged.origin(), column.name(), exact, most));
    }
  }

  /**
   * @param rows number of rows
   * @param distinct about how many distinct texts each column has; 0 for numbers
   */
  private record Profile(long rows, List<Long> distinct) {

    static Profile of(DuckDb db, StagedTable staged) throws SQLException {
      List<String> counted = new ArrayList<>(List.of("count(*)"));
      for (Staged column : staged.columns()) {
        counted.add(
            column.content() == Content.NUMBER
                ? "0"
                : "approx_count_distinct(%s)".formatted(column.sql()));
      }
      List<Long> counts =
          db.row("SELECT %s FROM %s".formatted(String.join(", ", counted), staged.table())).stream()
              .map(Long::valueOf)
              .toList();
      return new Profile(counts.get(0), counts.subList(1, counts.size()));
    }
  }
}
