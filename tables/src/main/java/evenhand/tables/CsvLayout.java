package evenhand.tables;

import evenhand.data.CanonicalText;
import evenhand.data.DataException;
import evenhand.tables.CsvFormat.Header;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the top of a CSV file shows.
 *
 * @param delimiter between fields
 * @param names one for each field of a row
 * @param bytes of text before the header, or before the first row where there is no header; a mark
 *     of UTF-8 is not counted
 * @param lines before the same
 * @param header whether a header is next
 */
record CsvLayout(char delimiter, List<String> names, long bytes, long lines, Header header) {

  CsvLayout {
    names = List.copyOf(names);
  }

  static CsvLayout of(Path file, ReadOptions options) {
    CsvFormat format = options.csv();
    try {
      CsvTop top = CsvTop.of(file, format);
      char delimiter = top.delimiter();
      try (InputStream in = Bytes.openText(file)) {
        in.skipNBytes(top.bytes());
        CsvRecords records =
            new CsvRecords(
                in,
                file.toString(),
                delimiter,
                format.header() == Header.PRESENT ? CsvRecords.First.HEADER : CsvRecords.First.ROW,
                top.lines());
        if (!records.next()) {
          throw new DataException("%s holds no rows".formatted(file));
        }
        if (records.fields() > options.limits().columns()) {
          throw new DataException(
              "%s, %s: %d fields, more than the %d columns allowed"
                  .formatted(file, records.place(), records.fields(), options.limits().columns()));
        }
        List<String> first = records.texts();
        String place = records.place();
        if (format.header() == Header.PRESENT && format.names().isEmpty()) {
          requireNames(file, place, first, records);
        }
        List<String> names =
            format.header() == Header.ABSENT
                ? given(file, format, place, first)
                : headed(first, format);
        return new CsvLayout(delimiter, names, top.bytes(), top.lines(), format.header());
      }
    } catch (IOException e) {
      throw Bytes.unreadable(file, e);
    }
  }

  /** The records of the rows; a header is behind. */
  CsvRecords rows(InputStream in, Path file) throws IOException {
    in.skipNBytes(bytes);
    boolean headed = header == Header.PRESENT;
    CsvRecords records =
        new CsvRecords(
            in,
            file.toString(),
            delimiter,
            headed ? CsvRecords.First.HEADER : CsvRecords.First.ROW,
            lines);
    if (headed && !records.next()) {
      throw new DataException("%s holds no rows".formatted(file));
    }
    return records;
  }

  private static List<String> given(Path file, CsvFormat format, String place, List<String> first) {
    if (format.names().isEmpty()) {
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= first.size(); i++) {
        names.add("column" + i);
      }
      return names;
    }
    if (format.names().size() != first.size()) {
      throw new DataException(
          "%s, %s: %d fields, but %d column names were given"
              .formatted(file, place, first.size(), format.names().size()));
    }
    return format.names();
  }

  /** A title that a spreadsheet filled up with empty cells is no header. */
  private static void requireNames(Path file, String place, List<String> header, CsvRecords records)
      throws IOException {
    long named = filled(header);
    if (2 * named < header.size() && records.next() && filled(records.texts()) > named) {
      throw new DataException(
          "%s, %s: only %d of %d columns %s a name; pass over what stands above the header with --skip-lines N"
              .formatted(file, place, named, header.size(), named == 1 ? "has" : "have"));
    }
  }

  private static long filled(List<String> fields) {
    return fields.stream().filter(field -> !CanonicalText.composed(field).isEmpty()).count();
  }

  private static List<String> headed(List<String> header, CsvFormat format) {
    if (!format.names().isEmpty() && format.names().size() == header.size()) {
      return format.names();
    }
    List<String> names = new ArrayList<>();
    for (String name : header) {
      String trimmed = CanonicalText.composed(name);
      names.add(trimmed.isEmpty() ? "column" + (names.size() + 1) : trimmed);
    }
    return names;
  }
}
