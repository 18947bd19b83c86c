package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.tables.CellColumn.NotUtf8Exception;
import evenhand.tables.CellColumn.Shape;
import evenhand.tables.CsvFormat.Duplicates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file, cell by cell into columns. */
final class CsvSource {

  private final Path file;
  private final ReadOptions options;
  private final Text text;
  private final FileStamp stamp;
  private final CsvLayout layout;
  private final long many;

  private CsvSource(Path file, ReadOptions options, long many) {
    this.file = file;
    this.options = options;
    this.text = new Text(options);
    this.stamp = FileStamp.of(file);
    this.layout = CsvLayout.of(file, options);
    this.many = many;
  }

  /**
   * @param many distinct texts after which a column of numbers keeps no texts
   */
  static ReadTable read(Path file, ReadOptions options, long many) {
    return new CsvSource(file, options, many).read();
  }

  private ReadTable read() {
    // A name that is kept out by its like stands as null.
    List<@Nullable CellColumn> columns = columns();
    ColumnReading.requireKnown(file.toString(), names(columns), options);
    int rows = pass(columns);
    List<@Nullable CellColumn> again = new ArrayList<>();
    boolean broken = false;
    for (CellColumn column : columns) {
      boolean here = column != null && column.isBroken();
      again.add(
          here
              ? new CellColumn(column.name(), file.toString(), text, column.shape().ofTexts())
              : null);
      broken |= here;
    }
    if (broken && pass(again) != rows) {
      throw stamp.changed();
    }
    stamp.requireSame();
    List<Column> read = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    Map<String, Spellings> spellings = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      CellColumn column = again.get(i) == null ? columns.get(i) : again.get(i);
      columns.set(i, null);
      again.set(i, null);
      if (column != null) {
        CellColumn.Read cells = column.finish();
        read.add(cells.column());
        places.add(i);
        cells
            .dictionary()
            .flatMap(Spellings::of)
            .ifPresent(found -> spellings.put(column.name(), found));
      }
    }
    Table table = new Table(file.toString(), read, rows);
    return new ReadTable(
        table, spellings, new CsvText(stamp, layout, places, rows), text.decimal());
  }

  private static List<String> names(List<@Nullable CellColumn> columns) {
    List<String> names = new ArrayList<>();
    for (CellColumn column : columns) {
      if (column != null) {
        names.add(column.name());
      }
    }
    return names;
  }

  private List<@Nullable CellColumn> columns() {
    List<@Nullable CellColumn> columns = new ArrayList<>();
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < layout.names().size(); i++) {
      String name = layout.names().get(i);
      Integer before = first.putIfAbsent(name, i);
      if (before != null && options.csv().duplicates() == Duplicates.REFUSED) {
        throw new DataException(
            "%s, header: the name %s stands at columns %d and %d; every column needs its own name"
                .formatted(file, name, before + 1, i + 1));
      }
      columns.add(
          before == null
              ? new CellColumn(
                  name, file.toString(), text, new Shape(options.types().get(name), true, many))
              : null);
    }
    return columns;
  }

  private int pass(List<@Nullable CellColumn> columns) {
    CellColumn[] cells = columns.toArray(CellColumn[]::new);
    int width = cells.length;
    try (InputStream in = Bytes.openText(file)) {
      CsvRecords records = layout.rows(in, file);
      int row = 0;
      while (records.next()) {
        if (width > 1 && records.isBlank()) {
          records.passOver();
          continue;
        }
        requireWidth(records, width);
        if (row == options.limits().rows()) {
          throw new DataException(
              "%s has more than the %d rows allowed".formatted(file, options.limits().rows()));
        }
        put(cells, records, row++);
      }
      ColumnReading.requireRows(file.toString(), row);
      return row;
    } catch (IOException e) {
      throw Bytes.unreadable(file, e);
    }
  }

  private static void put(CellColumn[] cells, CsvRecords records, int row) {
    byte[] bytes = records.bytes();
    for (int i = 0; i < cells.length; i++) {
      CellColumn column = cells[i];
      if (column != null) {
        try {
          column.put(row, bytes, records.from(i), records.to(i));
        } catch (NotUtf8Exception e) {
          records.text(i); // says where
          throw e;
        }
      }
    }
  }

  /** A single empty field after all columns is let pass. */
  static void requireWidth(CsvRecords records, int width) {
    int fields = records.fields();
    boolean trailing = fields == width + 1 && records.from(width) == records.to(width);
    if (fields != width && !trailing) {
      throw records.fault(
          "%d %s where %d %s expected%s"
              .formatted(
                  fields,
                  fields == 1 ? "field" : "fields",
                  width,
                  width == 1 ? "column is" : "columns are",
                  records.row() == 1
                      ? "; where other lines stand above the header, pass over them with"
                          + " --skip-lines N"
                      : ""));
    }
  }
}
