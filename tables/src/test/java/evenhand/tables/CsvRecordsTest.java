package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CsvRecordsTest {

  @Test
  void splitsRecordsAndCountsLines() throws IOException {
    CsvRecords records = records("a,\"b\r\nb\"\"\",\r\n\r\n, c ,\"\" \nlast");

    assertThat(next(records)).contains(List.of("a", "b\r\nb\"", ""));
    assertThat(records.place()).isEqualTo("header (line 1)");
    assertThat(records.isQuoted(0)).isFalse();
    assertThat(records.isQuoted(1)).isTrue();
    assertThat(next(records)).contains(List.of("", " c ", ""));
    assertThat(records.place()).isEqualTo("row 1 (line 4)");
    assertThat(next(records)).contains(List.of("last"));
    assertThat(records.place()).isEqualTo("row 2 (line 5)");
    assertThat(next(records)).isEmpty();
  }

  @Test
  void returnsAloneEndLinesToo() throws IOException {
    CsvRecords records = records("a,\"b\rb\"\r1,2\r\r3,4");

    assertThat(next(records)).contains(List.of("a", "b\rb"));
    assertThat(next(records)).contains(List.of("1", "2"));
    assertThat(records.line()).isEqualTo(3);
    assertThat(next(records)).contains(List.of("3", "4"));
    assertThat(records.line()).isEqualTo(5);
    assertThat(next(records)).isEmpty();
  }

  @Test
  void brokenRecordsAreNamedByTheirPlace() {
    assertFails("\"a", "f.csv, header (line 1): a quote is opened and never closed");
    assertFails(
        "\"a\"b,c",
        "f.csv, header (line 1): text follows a closing quote; a quote inside a field must be"
            + " doubled");
    assertFails(
        "a,\u00e9\n",
        "f.csv, header (line 1), field 2: the bytes are not UTF-8, which a file must be encoded"
            + " in");
    assertFails(
        "x".repeat(17 << 20),
        "f.csv, header (line 1): longer than 16777216 bytes, which no row may be");
    assertFails(
        '"' + "x".repeat(17 << 20) + '"',
        "f.csv, header (line 1): longer than 16777216 bytes, which no row may be; perhaps a quote"
            + " is opened and never closed");
    assertFails(
        "a,b\rc",
        "f.csv, line 2: it mixes kinds of line ends; write the file with one kind, and line ends"
            + " inside a field between quotes",
        "\n");
  }

  @Test
  void everyFieldOfALongFileComesBack() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 30_000; row++) {
      text.append(row).append(",\"").append(row).append(",\"\n");
    }
    CsvRecords records = records(text.toString());
    for (int row = 0; row < 30_000; row++) {
      assertThat(next(records)).contains(List.of("" + row, row + ","));
    }
    assertThat(next(records)).isEmpty();
  }

  private static Optional<List<String>> next(CsvRecords records) throws IOException {
    return records.next() ? Optional.of(records.texts()) : Optional.empty();
  }

  private static CsvRecords records(String text) {
    return new CsvRecords(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        "f.csv",
        ',',
        CsvRecords.First.HEADER,
        0);
  }

  private static void assertFails(String text, String message) {
    assertFails(text, message, "");
  }

  private static void assertFails(String text, String message, String before) {
    CsvRecords records =
        new CsvRecords(
            new ByteArrayInputStream((before + text).getBytes(StandardCharsets.ISO_8859_1)),
            "f.csv",
            ',',
            CsvRecords.First.HEADER,
            0);
    assertThatThrownBy(
            () -> {
              while (records.next()) {
                records.texts();
              }
            })
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }
}
