package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.tables.CellColumn.Shape;
import evenhand.tables.StagedTable.Content;
import evenhand.tables.StagedTable.Staged;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * Brings staged columns over as arrays, some at a time: what a query costs DuckDB grows faster than
 * its columns.
 */
final class StagedReader {

  private static final int SLICE = 64;

  private final DuckDb db;
  private final StagedTable staged;
  private final ReadOptions options;
  private final Text text;

  private StagedReader(DuckDb db, StagedTable staged, ReadOptions options) {
    this.db = db;
    this.staged = staged;
    this.options = options;
    this.text = new Text(options);
  }

  static ReadTable read(DuckDb db, StagedTable staged, ReadOptions options) {
    return new StagedReader(db, staged, options).read();
  }

  private ReadTable read() {
    ColumnReading.requireKnown(
        staged.origin(), staged.columns().stream().map(Staged::name).toList(), options);
    try {
      long rows = Long.parseLong(db.row("SELECT count(*) FROM " + staged.table()).get(0));
      ColumnReading.requireRows(staged.origin(), rows);
      if (rows > options.limits().rows()) {
        throw new DataException(
            "%s has more than the %d rows allowed"
                .formatted(staged.origin(), options.limits().rows()));
      }
      return read((int) rows);
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

  private ReadTable read(int rows) throws SQLException {
    List<Column> columns = new ArrayList<>();
    Map<String, Spellings> spellings = new HashMap<>();
    Map<String, Dictionary> raw = new HashMap<>();
    List<Column> written = new ArrayList<>();
    for (int from = 0; from < staged.columns().size(); from += SLICE) {
      int to = Math.min(from + SLICE, staged.columns().size());
      for (Fetched fetched : slice(staged.columns().subList(from, to), rows)) {
        Staged column = fetched.column;
        if (fetched.cells == null) {
          double[] given = fetched.finite(staged.origin(), text);
          columns.add(numbers(column, fetched.present()));
          written.add(new Column.Numeric(column.name(), given));
          continue;
        }
        CellColumn.Read read = fetched.cells.finish();
        columns.add(read.column());
        written.add(read.column());
        Dictionary dictionary = read.dictionary().orElseThrow();
        Optional<Spellings> found = Spellings.of(dictionary);
        found.ifPresent(given -> spellings.put(column.name(), given));
        if (!isWrittenAsRead(read.column(), dictionary)) {
          raw.put(column.name(), dictionary);
        }
      }
    }
    Table table = new Table(staged.origin(), columns, rows);
    Table cells = new Table(staged.origin(), written, rows);
    return new ReadTable(table, spellings, new TableText(cells, raw), text.decimal());
  }

  /** Whether the column's values are, as texts, the texts that it was read from. */
  private static boolean isWrittenAsRead(Column column, Dictionary dictionary) {
    return column instanceof Column.Categorical categorical
        && categorical.levels().size() == dictionary.raws().size()
        && categorical.levels().containsAll(dictionary.raws());
  }

  private Column numbers(Staged column, double[] values) {
    Column.Numeric numeric = new Column.Numeric(column.name(), values);
    if (options.types().get(column.name()) != ColumnType.CATEGORY) {
      return numeric;
    }
    List<@Nullable String> texts = new ArrayList<>(values.length);
    for (int row = 0; row < values.length; row++) {
      texts.add(numeric.text(row));
    }
    return Column.Categorical.of(column.name(), texts);
  }

  private List<Fetched> slice(List<Staged> columns, int rows) throws SQLException {
    List<Fetched> fetched = new ArrayList<>();
    MissingNumbers missing = MissingNumbers.of(text);
    boolean nanIsMissing = options.missing().stream().anyMatch("NaN"::equalsIgnoreCase);
    for (Staged column : columns) {
      fetched.add(
          column.content() == Content.NUMBER
              ? new Fetched(column, null, new double[rows], missing, nanIsMissing)
              : new Fetched(column, cells(column), new double[0], missing, nanIsMissing));
    }
    String selected = columns.stream().map(Staged::sql).collect(Collectors.joining(", "));
    db.chunks(
        "SELECT rowid, %s FROM %s".formatted(selected, staged.table()),
        result -> copy(result, fetched));
    return fetched;
  }

  private CellColumn cells(Staged column) {
    Shape shape = new Shape(options.types().get(column.name()), false, 0).ofTexts();
    return new CellColumn(column.name(), staged.origin(), text, shape);
  }

  /** With several threads chunks come in any order, so each row says where it belongs. */
  private static void copy(DuckDBChunkedResult result, List<Fetched> fetched) {
    int length = (int) result.chunk().rowCount();
    DuckDBReadableVector row = result.chunk().vector(0);
    int[] to = new int[length];
    for (int i = 0; i < length; i++) {
      to[i] = (int) row.getLong(i);
    }
    for (int c = 0; c < fetched.size(); c++) {
      fetched.get(c).copy(result.chunk().vector(c + 1L), to);
    }
  }

  /** A column on its way over: doubles, or cells of text. */
  private static final class Fetched {

    private final Staged column;
    private final @Nullable CellColumn cells;
    private final double[] numbers;
    private final MissingNumbers missing;
    private final boolean nanIsMissing;
    private int wrong = Integer.MAX_VALUE;
    private boolean masked;

    Fetched(
        Staged column,
        @Nullable CellColumn cells,
        double[] numbers,
        MissingNumbers missing,
        boolean nanIsMissing) {
      this.column = column;
      this.cells = cells;
      this.numbers = numbers;
      this.missing = missing;
      this.nanIsMissing = nanIsMissing;
    }

    void copy(DuckDBReadableVector vector, int[] to) {
      if (cells != null) {
        for (int i = 0; i < to.length; i++) {
          String text = vector.isNull(i) ? null : vector.getString(i);
          if (text == null) {
            cells.putNull(to[i]);
          } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            cells.put(to[i], bytes, 0, bytes.length);
          }
        }
        return;
      }
      for (int i = 0; i < to.length; i++) {
        boolean none = vector.isNull(i);
        double value = none ? Double.NaN : vector.getDouble(i);
        numbers[to[i]] = value;
        boolean named = missing.has(value);
        masked |= named;
        boolean refused = Double.isNaN(value) ? !nanIsMissing : Double.isInfinite(value);
        if (!none && !named && refused) {
          wrong = Math.min(wrong, to[i]);
        }
      }
    }

    /** The same without those that mean missing. */
    double[] present() {
      return masked
          ? Arrays.stream(numbers).map(value -> missing.has(value) ? Double.NaN : value).toArray()
          : numbers;
    }

    double[] finite(String origin, Text text) {
      if (wrong < Integer.MAX_VALUE) {
        throw Dictionary.notANumber(
            origin, wrong + 1L, column.name(), Double.toString(numbers[wrong]), text);
      }
      return numbers;
    }
  }
}
