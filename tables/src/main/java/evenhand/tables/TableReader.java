package evenhand.tables;

import evenhand.data.Table;
import java.nio.file.Path;

/**
 * Reads tables through DuckDB. A column is numeric when every value that is not missing is a
 * number, else categorical; a number has no superfluous leading zero and, where it is an integer,
 * at most 15 digits, so that codes such as {@code 02139} stay as they are. Rows keep their order.
 */
public final class TableReader {

  private TableReader() {}

  /**
   * Reads a file, whose kind its name tells.
   *
   * @throws evenhand.data.DataException when it can't be read as a table; one sentence with the row
   *     and column
   */
  public static Table read(Path file, ReadOptions options) {
    Bytes.requireReadable(file);
    try (DuckDb db = DuckDb.reading(file, options.limits())) {
      return StagedReader.read(db, CsvSource.stage(db, file, options), options);
    }
  }
}
