package evenhand.tables;

import evenhand.data.DataException;
import evenhand.tables.CsvFormat.Header;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the top of a CSV file shows.
 *
 * @param delimiter between fields
 * @param names one for each field of a row
 * @param skip physical lines before the first row: comments, empty lines and the header
 */
record CsvLayout(char delimiter, List<String> names, long skip) {

  private static final String DELIMITERS = ",;\t|";
  private static final int MAX_LINE = 1 << 20;

  CsvLayout {
    names = List.copyOf(names);
  }

  static CsvLayout of(Path file, ReadOptions options) {
    CsvFormat format = options.csv();
    try (InputStream in = Bytes.openText(file)) {
      long skipped = 0;
      byte[] line = line(in);
      while (line.length > 0 && isPassedOver(line, format)) {
        skipped++;
        line = line(in);
      }
      char delimiter =
          format.delimiter().isPresent() ? format.delimiter().get() : guess(file, line0(line));
      CsvRecords records =
          new CsvRecords(
              new SequenceInputStream(new ByteArrayInputStream(line), in),
              file.toString(),
              delimiter);
      String place = format.header() == Header.PRESENT ? "header" : "row 1";
      List<String> first =
          records
              .next(place)
              .orElseThrow(() -> new DataException("%s holds no rows".formatted(file)));
      if (first.size() > options.limits().columns()) {
        throw new DataException(
            "%s, %s: %d fields, more than the %d columns allowed"
                .formatted(file, place, first.size(), options.limits().columns()));
      }
      if (format.header() == Header.ABSENT) {
        return new CsvLayout(delimiter, given(file, format, first), skipped);
      }
      return new CsvLayout(delimiter, headed(first, format), skipped + records.lines());
    } catch (IOException e) {
      throw Bytes.unreadable(file, e);
    }
  }

  /** One physical line with its end; empty at the end of the file. */
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    int c = in.read();
    while (c >= 0 && line.size() < MAX_LINE) {
      line.write(c);
      if (c == '\n') {
        break;
      }
      c = in.read();
    }
    return line.toByteArray();
  }

  private static boolean isPassedOver(byte[] line, CsvFormat format) {
    String text = line0(line);
    return text.isBlank() || format.comment().map(text::startsWith).orElse(false);
  }

  private static String line0(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1);
  }

  private static char guess(Path file, String line) {
    if (file.toString().toLowerCase(Locale.ROOT).replace(".gz", "").endsWith(".tsv")) {
      return '\t';
    }
    int[] counts = new int[DELIMITERS.length()];
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      int at = DELIMITERS.indexOf(c);
      if (!quoted && at >= 0) {
        counts[at]++;
      }
    }
    int best = 0;
    for (int at = 1; at < counts.length; at++) {
      best = counts[at] > counts[best] ? at : best;
    }
    return DELIMITERS.charAt(best);
  }

  private static List<String> given(Path file, CsvFormat format, List<String> first) {
    if (format.names().isEmpty()) {
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= first.size(); i++) {
        names.add("column" + i);
      }
      return names;
    }
    if (format.names().size() != first.size()) {
      throw new DataException(
          "%s, row 1: %d fields, but %d column names were given"
              .formatted(file, first.size(), format.names().size()));
    }
    return format.names();
  }

  private static List<String> headed(List<String> header, CsvFormat format) {
    if (!format.names().isEmpty() && format.names().size() == header.size()) {
      return format.names();
    }
    List<String> names = new ArrayList<>();
    for (String name : header) {
      String trimmed = name.strip();
      names.add(trimmed.isEmpty() ? "column" + (names.size() + 1) : trimmed);
    }
    return names;
  }
}
