package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.Column;
import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableWriterTest {

  @TempDir Path folder;

  @Test
  void quotesWhatNeedsIt() {
    Table table =
        new Table(
            "t",
            List.of(
                Column.Categorical.of("a,b", Arrays.asList("x\"y", "two\nlines", null, " edge")),
                new Column.Numeric("n", new double[] {1, 0.5, Double.NaN, -3e20})),
            4);
    StringBuilder out = new StringBuilder();
    TableWriter.write(table, out);

    assertThat(out)
        .hasToString("\"a,b\",n\n\"x\"\"y\",1\n\"two\nlines\",0.5\n,\n\" edge\",-3.0E20\n");
  }

  @Test
  void aRowOfOneMissingValueIsStillARow() {
    Path file = folder.resolve("one.csv");
    TableWriter.write(
        new Table("t", List.of(Column.Categorical.of("a", Arrays.asList("x", null, "y"))), 3),
        file);

    assertThat(TableReader.read(file, ReadOptions.defaults()).rows()).isEqualTo(3);
  }

  @Test
  void readsBackWhatItWrote() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 20; round++) {
      Table table = table(random, 1 + random.nextInt(50));
      Path file = folder.resolve("round" + round + ".csv");
      TableWriter.write(table, file);
      Table read =
          TableReader.read(
              file,
              ReadOptions.defaults()
                  .withTypes(Map.of("n", ColumnType.NUMBER, "c", ColumnType.CATEGORY)));

      assertThat(read.names()).isEqualTo(table.names());
      assertThat(read.numeric("n").values()).isEqualTo(table.numeric("n").values());
      for (int row = 0; row < table.rows(); row++) {
        assertThat(read.column("c").text(row)).isEqualTo(table.column("c").text(row));
      }
    }
  }

  private static Table table(SplittableRandom random, int rows) {
    String alphabet = "ab,\"\n;é😀 |";
    List<@Nullable String> texts = new ArrayList<>();
    double[] numbers = new double[rows];
    for (int row = 0; row < rows; row++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(6); i > 0; i--) {
        int at = random.nextInt(alphabet.codePointCount(0, alphabet.length()));
        text.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, at)));
      }
      texts.add(text.toString().isBlank() ? null : text.toString().strip());
      numbers[row] =
          random.nextInt(5) == 0
              ? Double.NaN
              : random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-30, 30));
    }
    return new Table(
        "t", List.of(Column.Categorical.of("c", texts), new Column.Numeric("n", numbers)), rows);
  }

  @Test
  void aFolderThatIsNotThereIsOneSentenceAndNoFile() {
    Path target = folder.resolve("nowhere").resolve("out.csv");

    assertThatThrownBy(() -> TableWriter.write(small(), target))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("nowhere");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aStreamThatTakesNoMoreIsReported() {
    Appendable full =
        new Appendable() {
          @Override
          public Appendable append(CharSequence text) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public Appendable append(CharSequence text, int start, int end) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public Appendable append(char c) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThatThrownBy(() -> TableWriter.write(small(), full))
        .isInstanceOf(DataException.class)
        .hasMessage("can't write the rows of t: No space left on device");
  }

  @Test
  void replacesAFileWhole() throws IOException {
    Path target = Files.writeString(folder.resolve("out.csv"), "old");
    TableWriter.write(small(), target);

    assertThat(target).hasContent("a\nx\n");
    assertThat(folder.toFile().list()).containsExactly("out.csv");
  }

  private static Table small() {
    return new Table("t", List.of(Column.Categorical.of("a", List.of("x"))), 1);
  }
}
