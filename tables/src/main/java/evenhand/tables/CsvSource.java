package evenhand.tables;

import evenhand.data.DataException;
import evenhand.tables.CsvFormat.Duplicates;
import evenhand.tables.StagedTable.Content;
import evenhand.tables.StagedTable.Staged;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Brings a CSV file into DuckDB as texts. */
final class CsvSource {

  private CsvSource() {}

  static StagedTable stage(DuckDb db, Path file, String table, ReadOptions options) {
    CsvLayout layout = CsvLayout.of(file, options);
    List<Staged> columns = columns(file, layout, options.csv().duplicates());
    Bytes.requireWhole(file);
    String selected = columns.stream().map(Staged::sql).collect(Collectors.joining(", "));
    try {
      db.execute(
          "CREATE TABLE %s AS SELECT %s FROM %s".formatted(table, selected, readCsv(file, layout)));
    } catch (SQLException e) {
      throw explain(file, layout, e);
    }
    return new StagedTable(file.toString(), table, columns);
  }

  private static List<Staged> columns(Path file, CsvLayout layout, Duplicates duplicates) {
    List<Staged> columns = new ArrayList<>();
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < layout.names().size(); i++) {
      String name = layout.names().get(i);
      Integer before = first.putIfAbsent(name, i);
      if (before == null) {
        columns.add(new Staged(name, "c" + i, "c" + i, Content.TEXT));
      } else if (duplicates == Duplicates.REFUSED) {
        throw new DataException(
            "%s, header: the name %s stands at columns %d and %d; every column needs its own name"
                .formatted(file, name, before + 1, i + 1));
      }
    }
    return columns;
  }

  private static String readCsv(Path file, CsvLayout layout) {
    String names =
        IntStream.range(0, layout.names().size())
            .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
            .collect(Collectors.joining(", "));
    return """
    read_csv(%s, auto_detect=false, header=false, skip=%d, delim=%s, quote='"', escape='"',
      strict_mode=true, null_padding=false, ignore_errors=false, encoding='utf-8',
      nullstr='', max_line_size=16777216, buffer_size=33554432, compression=%s, columns={%s})\
    """
        .formatted(
            DuckDb.literal(DuckDb.absolute(file)),
            layout.skip(),
            DuckDb.literal(String.valueOf(layout.delimiter())),
            Bytes.isGzip(file) ? "'gzip'" : "'none'",
            names);
  }

  /** Reads the file once more, slowly, for the row that DuckDB refused. */
  private static DataException explain(Path file, CsvLayout layout, SQLException cause) {
    if (DuckDb.isOutOfMemory(cause)) {
      return new DataException(
          "%s is too large for the memory allowed to read it".formatted(file), cause);
    }
    try (InputStream in = Bytes.openText(file)) {
      for (long line = 0; line < layout.skip(); ) {
        int c = in.read();
        if (c < 0) {
          break;
        }
        line += c == '\n' ? 1 : 0;
      }
      CsvRecords records = new CsvRecords(in, file.toString(), layout.delimiter());
      int expected = layout.names().size();
      for (int row = 1; ; row++) {
        Optional<List<String>> record = records.next("row " + row);
        if (record.isEmpty()) {
          break;
        }
        int fields = record.get().size();
        if (fields != expected) {
          return new DataException(
              "%s, row %d: %d fields where %d columns are expected"
                  .formatted(file, row, fields, expected),
              cause);
        }
      }
    } catch (DataException e) {
      return e;
    } catch (IOException e) {
      return Bytes.unreadable(file, e);
    }
    String reason = DuckDb.reason(cause);
    return new DataException(
        reason.contains("state machine")
            ? "%s can't be read as CSV: it mixes kinds of line ends; write it with one"
                .formatted(file)
            : "%s can't be read as CSV: %s".formatted(file, reason),
        cause);
  }
}
