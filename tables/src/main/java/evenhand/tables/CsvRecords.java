package evenhand.tables;

import evenhand.data.DataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of a CSV file one by one, for its header and to find the row that DuckDB refused.
 * Slow and exact: knows the row and the physical line of everything.
 */
final class CsvRecords {

  private static final int MAX_RECORD = 16 << 20;
  private static final int NONE = -2;

  private final InputStream in;
  private final String origin;
  private final int delimiter;
  private int ahead = NONE;
  private long lines;

  /**
   * @param in bytes after any comment lines; read by small steps, so buffered
   * @param delimiter −1: whole lines are one field
   */
  CsvRecords(InputStream in, String origin, int delimiter) {
    this.in = in;
    this.origin = origin;
    this.delimiter = delimiter;
  }

  /** Physical line ends passed so far. */
  long lines() {
    return lines;
  }

  /**
   * The next record's fields, quotes removed; empty at the end. Empty lines are passed over.
   *
   * @throws DataException for an unterminated quote, text after a quote, bytes that are not UTF-8
   */
  Optional<List<String>> next(String place) throws IOException {
    int c = read();
    while (c == '\n' || c == '\r') {
      endLine(c);
      c = read();
    }
    if (c < 0) {
      return Optional.empty();
    }
    List<String> fields = new ArrayList<>();
    int size = 0;
    while (true) {
      ByteArrayOutputStream field = new ByteArrayOutputStream(32);
      c = c == '"' && delimiter >= 0 ? quoted(field, place) : plain(field, c);
      size += field.size() + 1;
      if (size > MAX_RECORD) {
        throw new DataException(
            "%s, %s: longer than %d bytes, which no row may be"
                .formatted(origin, place, MAX_RECORD));
      }
      fields.add(decode(field, place, fields.size() + 1));
      if (c != delimiter || c < 0) {
        endLine(c);
        return Optional.of(fields);
      }
      c = read();
    }
  }

  private int plain(ByteArrayOutputStream field, int first) throws IOException {
    int c = first;
    while (c >= 0 && c != delimiter && c != '\n' && c != '\r' && field.size() <= MAX_RECORD) {
      field.write(c);
      c = read();
    }
    return c;
  }

  private int quoted(ByteArrayOutputStream field, String place) throws IOException {
    while (true) {
      int c = read();
      if (c < 0 || field.size() > MAX_RECORD) {
        throw new DataException(
            "%s, %s: a quote is opened and never closed".formatted(origin, place));
      }
      if (c == '"') {
        int after = read();
        if (after != '"') {
          return afterQuote(after, place);
        }
      } else if (c == '\n') {
        lines++;
      }
      field.write(c);
    }
  }

  private int afterQuote(int after, String place) throws IOException {
    int c = after;
    while (c == ' ' && delimiter != ' ') {
      c = read();
    }
    if (c >= 0 && c != delimiter && c != '\n' && c != '\r') {
      throw new DataException(
          "%s, %s: text follows a closing quote; a quote inside a field must be doubled"
              .formatted(origin, place));
    }
    return c;
  }

  private String decode(ByteArrayOutputStream field, String place, int column) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(field.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new DataException(
          "%s, %s, field %d: the bytes are not UTF-8, which a file must be encoded in"
              .formatted(origin, place, column),
          e);
    }
  }

  private void endLine(int c) throws IOException {
    if (c == '\r') {
      lines++;
      int after = read();
      if (after != '\n') {
        ahead = after;
      }
    } else if (c == '\n') {
      lines++;
    }
  }

  private int read() throws IOException {
    if (ahead != NONE) {
      int c = ahead;
      ahead = NONE;
      return c;
    }
    return in.read();
  }
}
