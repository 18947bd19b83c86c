package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CsvRecordsTest {

  @Test
  void splitsRecordsAndCountsLines() throws IOException {
    CsvRecords records = records("a,\"b\nb\"\"\",\r\n\n, c ,\"\" \rlast");

    assertThat(records.next("header")).contains(List.of("a", "b\nb\"", ""));
    assertThat(records.lines()).isEqualTo(2);
    assertThat(records.next("row 1")).contains(List.of("", " c ", ""));
    assertThat(records.lines()).isEqualTo(4);
    assertThat(records.next("row 2")).contains(List.of("last"));
    assertThat(records.next("row 3")).isEmpty();
  }

  @Test
  void brokenRecordsAreNamedByTheirPlace() {
    assertFails("\"a", "f.csv, here: a quote is opened and never closed");
    assertFails(
        "\"a\"b,c",
        "f.csv, here: text follows a closing quote; a quote inside a field must be doubled");
    assertThatThrownBy(
            () ->
                new CsvRecords(
                        new ByteArrayInputStream(new byte[] {'a', ',', (byte) 0xE9, '\n'}),
                        "f.csv",
                        ',')
                    .next("here"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "f.csv, here, field 2: the bytes are not UTF-8, which a file must be encoded in");
    assertFails(
        "x".repeat(17 << 20), "f.csv, here: longer than 16777216 bytes, which no row may be");
  }

  @Test
  void everyFieldOfALongFileComesBack() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 1000; row++) {
      text.append(row).append(";\"").append(row).append(";\"\n");
    }
    CsvRecords records =
        new CsvRecords(
            new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), "f", ';');
    List<List<String>> read = new ArrayList<>();
    for (Optional<List<String>> next = records.next("");
        next.isPresent();
        next = records.next("")) {
      read.add(next.get());
    }

    assertThat(read).hasSize(1000).element(999).isEqualTo(List.of("999", "999;"));
  }

  private static CsvRecords records(String text) {
    return new CsvRecords(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "f.csv", ',');
  }

  private static void assertFails(String text, String message) {
    assertThatThrownBy(() -> records(text).next("here"))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }
}
