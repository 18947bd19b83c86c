package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.report.Reproduced;
import evenhand.report.ReproducedTable;
import evenhand.tables.DataFolders;
import evenhand.train.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On pictures made here. */
final class FormlCifarTest {

  @TempDir private Path folder;

  private void write(String part, int perClass) throws IOException {
    Tars tar = new Tars();
    for (int c = 0; c < 10; c++) {
      for (int i = 0; i < perClass; i++) {
        int colour = ((25 * c) << 16) | (i << 8) | (250 - 25 * c);
        tar.file(part + "/" + Cifar.CLASSES.get(c) + "/" + i + ".jpg", Tars.jpeg(32, 32, colour));
      }
    }
    Files.createDirectories(folder.resolve("cifar10"));
    Files.write(folder.resolve("cifar10/cifar10-jpeg-" + part + ".tar"), tar.whole());
  }

  private Reproduced run() throws IOException {
    return run(FormlCifar.Set.TEN);
  }

  private Reproduced run(FormlCifar.Set set) throws IOException {
    return run(set, "out", OptionalInt.empty());
  }

  private Reproduced run(FormlCifar.Set set, String out, OptionalInt parallel) throws IOException {
    RunOptions options =
        new RunOptions(
            Scale.SLICE,
            OptionalInt.empty(),
            0,
            parallel,
            new DataFolders(List.of(folder), folder.resolve("none")),
            Files.createDirectories(folder.resolve(out)));
    return new FormlCifar(set).run(options, ProgressListener.NONE);
  }

  @Test
  void everyMethodOfTheTableRunsAndACellThatIsLostIsMadeAgainAlike() throws IOException {
    write("train", 31);
    write("test", 10);

    Reproduced first = run();

    ReproducedTable table = first.tables().get(0);
    assertThat(table.rows())
        .extracting(ReproducedTable.Row::method)
        .containsExactly(
            "uniform", "random", "moew", "meta-weight-net", "label-bias", "forml", "forml-strong");
    for (ReproducedTable.Row row : table.rows()) {
      assertThat(row.entries()).allMatch(entry -> entry.ours().isPresent());
    }
    assertThat(first.configuration()).containsEntry("pixels", "JPEG copy");
    Files.delete(folder.resolve("out/cells/forml-strong-seed0.json"));
    assertThat(run()).isEqualTo(first);
  }

  @Test
  void trainingsSideBySideAreThoseOneByOne() throws IOException {
    write("train", 31);
    write("test", 10);

    Reproduced alone = run(FormlCifar.Set.TEN, "alone", OptionalInt.of(1));

    assertThat(run(FormlCifar.Set.TEN, "together", OptionalInt.of(4))).isEqualTo(alone);
  }

  /** A hundred classes need more trusted pictures a step than a batch has. */
  @Test
  void cifar100RunsOnFilesLikeTheOriginal() throws IOException {
    Path files = Files.createDirectories(folder.resolve("cifar-100-binary"));
    Files.write(files.resolve("train.bin"), records(5));
    Files.write(files.resolve("test.bin"), records(1));

    Reproduced reproduced = run(FormlCifar.Set.HUNDRED);

    assertThat(reproduced.name()).isEqualTo("forml-cifar100");
    assertThat(reproduced.configuration()).containsEntry("pixels", "original");
    assertThat(reproduced.tables().get(0).rows()).hasSize(7);
  }

  private static byte[] records(int perClass) {
    int length = 2 + Cifar.IMAGE.size();
    byte[] bytes = new byte[100 * perClass * length];
    new Random(1).nextBytes(bytes);
    for (int i = 0; i < 100 * perClass; i++) {
      bytes[i * length + 1] = (byte) (i % 100);
    }
    return bytes;
  }
}
