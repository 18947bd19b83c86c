package evenhand.tables;

import evenhand.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The records of a CSV file one by one, as slices of bytes. Lines end in LF, CR LF or CR; a line
 * end, delimiter or doubled quote between quotes is text. Empty lines are no records.
 */
final class CsvRecords {

  private static final int MAX_RECORD = 16 << 20;
  private static final String TOO_LONG =
      "longer than %d bytes, which no row may be".formatted(MAX_RECORD);
  private static final int BUFFER = 1 << 16;

  /** Whether the first record is a header, for messages. */
  enum First {
    HEADER,
    ROW
  }

  private enum LineEnd {
    UNKNOWN,
    FEED,
    RETURN
  }

  private final InputStream in;
  private final String origin;
  private final byte delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int limit;

  private byte[] bytes = new byte[1024];
  private int length;
  private int[] ends = new int[16];
  private boolean[] quoted = new boolean[16];
  private int fields;

  private LineEnd lineEnd = LineEnd.UNKNOWN;
  private long lines;
  private long firstLine;
  private long row;

  /**
   * @param in bytes after any lines passed over
   * @param linesBefore lines passed over
   */
  CsvRecords(InputStream in, String origin, char delimiter, First first, long linesBefore) {
    this.in = in;
    this.origin = origin;
    this.delimiter = (byte) delimiter;
    this.lines = linesBefore;
    this.row = first == First.HEADER ? -1 : 0;
  }

  /**
   * Goes to the next record; false at the end.
   *
   * @throws DataException for an unterminated quote, text after a quote, or mixed line ends
   */
  boolean next() throws IOException {
    int c = read();
    while (c == '\n' || c == '\r') {
      firstLine = lines + 1;
      endLine(c);
      c = read();
    }
    if (c < 0) {
      return false;
    }
    row++;
    firstLine = lines + 1;
    length = 0;
    fields = 0;
    while (true) {
      boolean quote = c == '"';
      c = quote ? quoted() : plain(c);
      if (length > MAX_RECORD) {
        throw fault(TOO_LONG);
      }
      endField(quote);
      if (c != delimiter || c < 0) {
        endLine(c);
        return true;
      }
      c = read();
    }
  }

  private void endField(boolean quote) {
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, 2 * fields);
      quoted = Arrays.copyOf(quoted, 2 * fields);
    }
    ends[fields] = length;
    quoted[fields++] = quote;
  }

  private int plain(int first) throws IOException {
    int c = first;
    if (c < 0 || c == delimiter || c == '\n' || c == '\r') {
      return c;
    }
    int from = at - 1;
    int to = at;
    while (true) {
      while (to < limit) {
        byte b = buffer[to];
        if (b == delimiter || b == '\n' || b == '\r') {
          append(from, to);
          at = to + 1;
          return b;
        }
        to++;
      }
      append(from, to);
      at = limit;
      if (length > MAX_RECORD || !fill()) {
        return -1;
      }
      from = 0;
      to = 0;
    }
  }

  private int quoted() throws IOException {
    while (true) {
      int c = read();
      if (c < 0) {
        throw fault("a quote is opened and never closed");
      }
      if (length > MAX_RECORD) {
        throw fault(TOO_LONG + "; perhaps a quote is opened and never closed");
      }
      if (c == '"') {
        int after = read();
        if (after != '"') {
          return afterQuote(after);
        }
      } else if (c == '\n' || (c == '\r' && peek() != '\n')) {
        lines++;
      }
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
      bytes[length++] = (byte) c;
    }
  }

  private int afterQuote(int after) throws IOException {
    int c = after;
    while (c == ' ' && delimiter != ' ') {
      c = read();
    }
    if (c >= 0 && c != delimiter && c != '\n' && c != '\r') {
      throw fault("text follows a closing quote; a quote inside a field must be doubled");
    }
    return c;
  }

  private void append(int from, int to) {
    int more = to - from;
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
    System.arraycopy(buffer, from, bytes, length, more);
    length += more;
  }

  private void endLine(int c) throws IOException {
    if (c < 0) {
      return;
    }
    LineEnd kind = LineEnd.FEED;
    if (c == '\r') {
      int after = peek();
      if (after == '\n') {
        at++;
      } else if (after >= 0) {
        kind = LineEnd.RETURN;
      } else {
        kind = lineEnd;
      }
    }
    lines++;
    if (lineEnd != LineEnd.UNKNOWN && kind != lineEnd) {
      throw new DataException(
          "%s, line %d: it mixes kinds of line ends; write the file with one kind, and line ends inside a field between quotes"
              .formatted(origin, lines));
    }
    lineEnd = kind;
  }

  private int read() throws IOException {
    return at < limit || fill() ? buffer[at++] & 0xFF : -1;
  }

  private int peek() throws IOException {
    return at < limit || fill() ? buffer[at] & 0xFF : -1;
  }

  private boolean fill() throws IOException {
    at = 0;
    limit = Math.max(0, in.read(buffer, 0, BUFFER));
    return limit > 0;
  }

  /** Fields of the record; at least one. */
  int fields() {
    return fields;
  }

  /** Holds the record's fields, quotes removed; valid until the next. */
  byte[] bytes() {
    return bytes;
  }

  int from(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int to(int field) {
    return ends[field];
  }

  boolean isQuoted(int field) {
    return quoted[field];
  }

  /** Whether the record is one of blanks alone, such as an empty line that is indented. */
  boolean isBlank() {
    if (fields != 1 || quoted[0]) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Takes the record out of the count of rows. */
  void passOver() {
    row--;
  }

  /**
   * @throws DataException for bytes that are not UTF-8
   */
  String text(int field) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from(field), to(field) - from(field)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new DataException(
          "%s, %s, field %d: the bytes are not UTF-8, which a file must be encoded in"
              .formatted(origin, place(), field + 1),
          e);
    }
  }

  /** Every field; see {@link #text}. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(fields);
    for (int field = 0; field < fields; field++) {
      texts.add(text(field));
    }
    return texts;
  }

  /** Number of the data row, from 1; 0 for the header. */
  long row() {
    return row;
  }

  /** The line the record begins at, from 1. */
  long line() {
    return firstLine;
  }

  /** The record as a person finds it: by row, where headers don't count, and by line. */
  String place() {
    return row == 0
        ? "header (line %d)".formatted(firstLine)
        : "row %d (line %d)".formatted(row, firstLine);
  }

  DataException fault(String what) {
    return new DataException("%s, %s: %s".formatted(origin, place(), what));
  }
}
