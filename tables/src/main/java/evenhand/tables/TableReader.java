package evenhand.tables;

import evenhand.data.DataException;
import evenhand.data.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/**
 * Reads tables through DuckDB: CSV, Parquet and JSON files, CSV and JSON also as .gz, and queries.
 *
 * <p>A CSV column is numeric when every value that is not missing is a number, else categorical; a
 * number has no superfluous leading zero and, where it is an integer, at most 15 digits, so that
 * codes such as {@code 02139} stay as they are. Elsewhere numbers are numeric, truth values are the
 * categories {@code true} and {@code false}, and texts, dates and the rest are categories. Rows
 * keep their order.
 *
 * <p>DuckDB sees the file it is given and nothing else: no other file, no network, no extensions;
 * nothing is written.
 */
public final class TableReader {

  private static final String STAGED = "memory.main.staged";

  /** A CSV column of more distinct texts, all numbers, is kept as numbers alone. */
  private static final long MANY = 1000;

  private TableReader() {}

  /**
   * Reads a file, whose kind its name tells; what has no telling name is taken for CSV.
   *
   * @throws DataException when it can't be read as a table: one sentence with the row and column
   */
  public static Table read(Path file, ReadOptions options) {
    return open(file, options).table();
  }

  /** The same, with what reading made of its texts. */
  static ReadTable open(Path file, ReadOptions options) {
    Bytes.requireReadable(file);
    FileKind kind = FileKind.of(file);
    if (kind == FileKind.DATABASE) {
      throw new DataException(
          "%s is a DuckDB database; say with a query which of its rows are meant".formatted(file));
    }
    if (kind == FileKind.CSV) {
      return CsvSource.read(file, options, MANY);
    }
    try (DuckDb db = DuckDb.reading(file, options.limits())) {
      return StagedReader.read(db, stage(db, file, kind, options), options);
    }
  }

  /**
   * Reads the result of a query over a DuckDB database file, or over another file, which the query
   * calls {@code data}.
   *
   * @param sql one SELECT
   * @throws DataException also when the query fails, is more than that, or takes too long
   */
  public static Table query(String sql, Path file, ReadOptions options) {
    return ask(sql, file, options).table();
  }

  /** The same, with what reading made of its texts. */
  static ReadTable ask(String sql, Path file, ReadOptions options) {
    Bytes.requireReadable(file);
    String origin = "query over " + file;
    if (FileKind.of(file) == FileKind.DATABASE) {
      try (DuckDb db = DuckDb.attached(file, options.limits())) {
        return StagedReader.read(db, UserQuery.stage(db, origin, sql, options), options);
      }
    }
    Table data = read(file, options.withTypes(Map.of()));
    try (DuckDb db = DuckDb.alone(file, options.limits())) {
      UserQuery.bind(db, data);
      return StagedReader.read(db, UserQuery.stage(db, origin, sql, options), options);
    } catch (SQLException e) {
      throw new DataException("%s can't be read: %s".formatted(file, DuckDb.reason(e)), e);
    }
  }

  private static StagedTable stage(DuckDb db, Path file, FileKind kind, ReadOptions options) {
    Bytes.requireWhole(file);
    String path = DuckDb.literal(DuckDb.absolute(file));
    try {
      String select =
          kind == FileKind.PARQUET
              ? "SELECT * FROM read_parquet(%s)".formatted(path)
              : TypedSource.json(db, path, Bytes.isGzip(file) ? "'gzip'" : "'uncompressed'");
      TypedSource.requireNames(db, file.toString(), select, options);
      return TypedSource.stage(db, file.toString(), STAGED, select);
    } catch (SQLException e) {
      throw new DataException(
          "%s can't be read as %s: %s"
              .formatted(
                  file,
                  kind == FileKind.PARQUET ? "Parquet" : "JSON with an object for each row",
                  DuckDb.reason(e)),
          e);
    }
  }
}
