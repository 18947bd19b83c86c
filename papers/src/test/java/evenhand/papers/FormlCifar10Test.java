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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On pictures made here. */
final class FormlCifar10Test {

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
    RunOptions options =
        new RunOptions(
            Scale.SLICE,
            OptionalInt.empty(),
            new DataFolders(List.of(folder), folder.resolve("none")),
            Files.createDirectories(folder.resolve("out")));
    return new FormlCifar10().run(options, ProgressListener.NONE);
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
      assertThat(row.entries().get(2).ours().isEmpty()).isEqualTo(row.method().equals("moew"));
    }
    assertThat(first.configuration()).containsEntry("pixels", "JPEG copy");
    Files.delete(folder.resolve("out/cells/forml-strong-seed0.json"));
    assertThat(run()).isEqualTo(first);
  }
}
