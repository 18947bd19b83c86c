package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.data.WholeFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as CSV: a header, commas, UTF-8, line feeds, quotes where a field needs them,
 * nothing where a value is missing. {@link TableReader} reads the same values back.
 */
public final class TableWriter {

  private static final int FLUSHED = 1 << 16;

  private TableWriter() {}

  /**
   * Writes a file that appears whole or not at all, over one that may be there.
   *
   * @throws DataException when the folder is not writable or the disk is full
   */
  public static void write(Table table, Path target) {
    try (WholeFile file = WholeFile.open(target)) {
      Writer out = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
      write(table, out);
      out.flush();
      file.commit();
    } catch (IOException e) {
      throw new DataException("can't write %s: %s".formatted(target, e.getMessage()), e);
    }
  }

  /**
   * Writes to a stream such as the standard output, which stays open.
   *
   * @throws DataException when it takes no more
   */
  public static void write(Table table, Appendable out) {
    List<Cells> cells = new ArrayList<>();
    table.columns().forEach(column -> cells.add(cells(column)));
    StringBuilder rows = new StringBuilder(FLUSHED + 1024);
    try {
      append(rows, table.names().stream().map(TableWriter::quoted).toList());
      for (int row = 0; row < table.rows(); row++) {
        int start = rows.length();
        for (int c = 0; c < cells.size(); c++) {
          if (c > 0) {
            rows.append(',');
          }
          cells.get(c).append(rows, row);
        }
        if (rows.length() == start) {
          rows.append("\"\""); // an empty line would be no row
        }
        rows.append('\n');
        if (rows.length() >= FLUSHED) {
          out.append(rows);
          rows.setLength(0);
        }
      }
      out.append(rows);
    } catch (IOException e) {
      throw new DataException(
          "can't write the rows of %s: %s".formatted(table.origin(), e.getMessage()), e);
    }
  }

  private static void append(StringBuilder rows, List<String> fields) {
    rows.append(String.join(",", fields)).append('\n');
  }

  /** Appends one field of a row. */
  @FunctionalInterface
  private interface Cells {
    void append(StringBuilder out, int row);
  }

  private static Cells cells(Column column) {
    if (column instanceof Column.Categorical categorical) {
      List<String> levels = categorical.levels().stream().map(TableWriter::quoted).toList();
      int[] codes = categorical.codes();
      return (out, row) -> out.append(codes[row] < 0 ? "" : levels.get(codes[row]));
    }
    return (out, row) -> out.append(present(column.text(row)));
  }

  private static String present(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String quoted(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean edge = i == 0 || i == text.length() - 1;
      if (c == ',' || c == '"' || c == '\n' || c == '\r' || (edge && c <= ' ')) {
        return '"' + text.replace("\"", "\"\"") + '"';
      }
    }
    return text;
  }
}
