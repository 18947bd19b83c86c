package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.report.Reproduced;
import evenhand.report.ReproducedTable;
import evenhand.tables.DataFolders;
import evenhand.train.ProgressListener;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On pictures made here: a bright line tells the class. */
final class FormlCondenseTest {

  private static final int SIDE = 10;

  @TempDir private Path folder;

  private void write(String part, int rows, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Path data = Files.createDirectories(folder.resolve("fashion-mnist"));
    try (DataOutputStream images =
            new DataOutputStream(Files.newOutputStream(data.resolve(part + "-images-idx3-ubyte")));
        DataOutputStream labels =
            new DataOutputStream(
                Files.newOutputStream(data.resolve(part + "-labels-idx1-ubyte")))) {
      images.writeInt(0x0803);
      images.writeInt(rows);
      images.writeInt(SIDE);
      images.writeInt(SIDE);
      labels.writeInt(0x0801);
      labels.writeInt(rows);
      for (int i = 0; i < rows; i++) {
        labels.writeByte(i % 10);
        for (int p = 0; p < SIDE * SIDE; p++) {
          images.writeByte(random.nextInt(120) + (p / SIDE == i % 10 ? 120 : 0));
        }
      }
    }
  }

  @Test
  void aTenthIsDroppedAndTheRestLearnedAnew() throws IOException {
    write("train", 1600, 1);
    write("t10k", 200, 2);
    RunOptions options =
        new RunOptions(
            Scale.SLICE,
            OptionalInt.of(2),
            new DataFolders(List.of(folder), folder.resolve("none")),
            Files.createDirectories(folder.resolve("out")));

    Reproduced first = new FormlCondense().run(options, ProgressListener.NONE);

    assertThat(first.tables().get(0).rows())
        .extracting(ReproducedTable.Row::method)
        .containsExactly("uniform", "random", "forml", "easiest", "weighing");
    for (ReproducedTable.Row row : first.tables().get(1).rows()) {
      double dropped =
          row.entries().stream()
              .mapToDouble(entry -> entry.ours().orElseThrow().mean())
              .average()
              .orElseThrow();
      assertThat(dropped).as(row.method()).isBetween(9.0, 11.0);
    }
    assertThat(new FormlCondense().run(options, ProgressListener.NONE)).isEqualTo(first);
  }
}
