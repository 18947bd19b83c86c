package evenhand.tables;

import evenhand.data.DataException;
import java.util.List;
import java.util.Optional;

/**
 * How a CSV file is laid out. Quotes are double quotes, doubled inside a quoted field. Empty lines
 * are no rows; a single empty field at the end of a row, after all columns, is let pass.
 *
 * @param delimiter an ASCII character; empty: as a first line {@code sep=;} says, else the one of
 *     comma, semicolon, tab and bar under which the top of the file has rows of one length
 * @param skipLines lines at the top of the file that are passed over unread
 * @param header what the first line after those is
 * @param names of the columns; where empty they come from the header, or are {@code column1} and so
 *     on
 * @param comment start of the lines to skip at the top of the file; empty: none are skipped
 * @param duplicates what happens when the header has a name twice
 */
public record CsvFormat(
    Optional<Character> delimiter,
    int skipLines,
    Header header,
    List<String> names,
    Optional<String> comment,
    Duplicates duplicates) {

  public CsvFormat {
    names = List.copyOf(names);
    if (delimiter.isPresent()
        && (delimiter.get() > 126 || "\"\r\n\0".indexOf(delimiter.get()) >= 0)) {
      throw new DataException(
          "a delimiter must be one ASCII character, not a quote or line end, but was U+%04X"
              .formatted((int) delimiter.get()));
    }
    if (skipLines < 0) {
      throw new DataException(
          "the lines to skip must be a number of at least 0, were " + skipLines);
    }
    if (comment.isPresent() && comment.get().isEmpty()) {
      throw new DataException("the start of comment lines must not be empty");
    }
  }

  /** Whether the first line, after comments, names the columns. */
  public enum Header {
    PRESENT,
    ABSENT
  }

  /** What a column name that occurs twice means. */
  public enum Duplicates {
    REFUSED,
    FIRST_KEPT
  }

  /** A header line, the delimiter found by looking, no comments. */
  public static CsvFormat defaults() {
    return new CsvFormat(
        Optional.empty(), 0, Header.PRESENT, List.of(), Optional.empty(), Duplicates.REFUSED);
  }

  public CsvFormat withDelimiter(char value) {
    return new CsvFormat(Optional.of(value), skipLines, header, names, comment, duplicates);
  }

  public CsvFormat withSkipLines(int value) {
    return new CsvFormat(delimiter, value, header, names, comment, duplicates);
  }

  /** No header line; the columns have these names. */
  public CsvFormat withoutHeader(List<String> columnNames) {
    return new CsvFormat(delimiter, skipLines, Header.ABSENT, columnNames, comment, duplicates);
  }

  public CsvFormat withComment(String start) {
    return new CsvFormat(delimiter, skipLines, header, names, Optional.of(start), duplicates);
  }

  public CsvFormat withDuplicates(Duplicates value) {
    return new CsvFormat(delimiter, skipLines, header, names, comment, value);
  }
}
