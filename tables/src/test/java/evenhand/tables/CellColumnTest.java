package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Table;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways of deciding a column, by its distinct texts and cell by cell, come to the same. */
final class CellColumnTest {

  private static final String[] TEXTS = {
    "1", "2.5", " 3 ", "-4e2", "007", "x", "", "?", "NaN", "inf", "1_0", "12345678901234567", "0"
  };

  @TempDir Path folder;

  @Test
  void cellByCellAndDistinctTextsAgree() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    int numeric = 0;
    int refused = 0;
    for (int round = 0; round < 30; round++) {
      Path file = folder.resolve("round" + round + ".csv");
      int kinds = 1 + random.nextInt(round % 2 == 0 ? 4 : TEXTS.length);
      StringBuilder text = new StringBuilder("a,b\n");
      for (int row = random.nextInt(1, 12); row > 0; row--) {
        text.append(TEXTS[random.nextInt(kinds)]).append(",y\n");
      }
      Files.writeString(file, text.toString());
      String byTexts = outcome(file, Long.MAX_VALUE);

      assertThat(outcome(file, 0)).as(text.toString()).isEqualTo(byTexts);
      numeric += byTexts.startsWith("Numeric") ? 1 : 0;
      refused += byTexts.contains("is not a finite number") ? 1 : 0;
    }
    assertThat(numeric).isPositive();
    assertThat(refused).isPositive();
  }

  private static String outcome(Path file, long many) {
    ReadOptions options = ReadOptions.defaults();
    try {
      Column column = CsvSource.read(file, options, many).table().column("a");
      StringBuilder values = new StringBuilder(column.getClass().getSimpleName());
      for (int row = 0; row < column.size(); row++) {
        values.append('|').append(column.text(row));
      }
      return values.toString();
    } catch (DataException e) {
      return e.getMessage();
    }
  }

  @Test
  void aLargeFileKeepsItsOrder() throws IOException {
    Path file = folder.resolve("large.csv");
    String padding = "p".repeat(60);
    int rows = 300_000;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("i,k,pad\n");
      for (int i = 0; i < rows; i++) {
        out.write(i + ",m" + (i % 50) + "," + padding + "\n");
      }
    }
    Table table = TableReader.read(file, ReadOptions.defaults());

    double[] numbers = table.numeric("i").values();
    Column.Categorical names = (Column.Categorical) table.column("k");
    assertThat(numbers).hasSize(rows);
    for (int i = 0; i < rows; i++) {
      if (numbers[i] != i || !("m" + (i % 50)).equals(names.text(i))) {
        assertThat(numbers[i] + " " + names.text(i))
            .as("row %d", i + 1)
            .isEqualTo(i + " m" + i % 50);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"300 -9", "300 -9,5", "3000 -9", "3000 -9,5", "3000 -9e0"})
  void aNumberThatMeansMissingDoesSoInAnyColumn(String rowsAndToken) throws IOException {
    String token = rowsAndToken.split(" ", 2)[1];
    int rows = Integer.parseInt(rowsAndToken.split(" ", 2)[0]);
    StringBuilder text = new StringBuilder("n;other\n");
    for (int row = 0; row < rows; row++) {
      text.append(row % 10 == 3 ? token : row + (row % 2 == 0 ? "" : ",5")).append(";x\n");
    }
    Path file = Files.writeString(folder.resolve("n.csv"), text);
    double[] values =
        TableReader.read(file, ReadOptions.defaults().withDecimal(',').withMissing(Set.of(token)))
            .numeric("n")
            .values();

    assertThat(Arrays.stream(values).filter(Double::isNaN)).hasSize(rows / 10);
    assertThat(Arrays.stream(values).filter(value -> value < 0)).isEmpty();
  }
}
