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

  /** What is done to cells that a spreadsheet would take for a formula. */
  public enum Cells {
    /** Nothing. */
    AS_THEY_ARE,
    /**
     * An apostrophe in front, unless the cell is a number: of those that begin with {@code =},
     * {@code +}, {@code -}, {@code @}, a tab or a line end.
     */
    SAFE
  }

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
    List<Field> fields = new ArrayList<>();
    table.columns().forEach(column -> fields.add(values(column, Cells.AS_THEY_ARE)));
    write(table, table.names(), fields, Cells.AS_THEY_ARE, row -> {}, out);
  }

  /**
   * Writes rows that were read, their cells as they stood in the input, and columns that were added
   * to them.
   *
   * @param rows which of the input's rows they are, in increasing order
   * @param written the input's columns, then those added
   * @throws DataException also when the input can't be read once more
   */
  public static void write(Opened input, int[] rows, Table written, Cells cells, Appendable out) {
    int kept = input.table().columns().size();
    try (InputText.Cursor cursor = input.read().text().open()) {
      List<Field> fields = new ArrayList<>();
      for (int c = 0; c < written.columns().size(); c++) {
        int column = c;
        fields.add(
            c < kept
                ? (to, row) -> to.append(again(cursor, column, cells))
                : values(written.columns().get(c), cells));
      }
      write(written, written.names(), fields, cells, row -> cursor.to(rows[row]), out);
      cursor.end();
    } catch (IOException e) {
      throw new DataException(
          "can't write the rows of %s: %s".formatted(written.origin(), e.getMessage()), e);
    }
  }

  private static void write(
      Table table, List<String> names, List<Field> fields, Cells cells, Next next, Appendable out) {
    StringBuilder rows = new StringBuilder(FLUSHED + 1024);
    try {
      rows.append(String.join(",", names.stream().map(name -> quoted(safe(name, cells))).toList()))
          .append('\n');
      for (int row = 0; row < table.rows(); row++) {
        next.row(row);
        int start = rows.length();
        for (int c = 0; c < fields.size(); c++) {
          if (c > 0) {
            rows.append(',');
          }
          fields.get(c).append(rows, row);
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

  /** Appends one field of a row. */
  @FunctionalInterface
  private interface Field {
    void append(StringBuilder out, int row);
  }

  /** Is told of each row before its fields. */
  @FunctionalInterface
  private interface Next {
    void row(int row) throws IOException;
  }

  private static Field values(Column column, Cells cells) {
    if (column instanceof Column.Categorical categorical) {
      List<String> levels =
          categorical.levels().stream().map(level -> quoted(safe(level, cells))).toList();
      int[] codes = categorical.codes();
      return (out, row) -> out.append(codes[row] < 0 ? "" : levels.get(codes[row]));
    }
    return (out, row) -> out.append(present(column.text(row)));
  }

  private static String present(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String safe(String text, Cells cells) {
    return cells == Cells.SAFE && SpreadsheetFormula.mayBe(text) ? "'" + text : text;
  }

  private static String again(InputText.Cursor cursor, int column, Cells cells) {
    String text = safe(cursor.text(column), cells);
    return cursor.isQuoted(column) || needsQuotes(text) ? enclosed(text) : text;
  }

  /** A space at an edge gets lost where programs trim, so it is quoted too. */
  private static String quoted(String text) {
    boolean edge =
        !text.isEmpty() && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ');
    return edge || needsQuotes(text) ? enclosed(text) : text;
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  private static String enclosed(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
