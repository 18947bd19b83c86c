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

final class FormlCelebATest {

  private static final int FACES = 56;

  @TempDir private Path folder;

  /** Made faces in files like the original ones: 24 to learn from, 16 trusted, 16 for the test. */
  private void write() throws IOException {
    Path pictures = Files.createDirectories(folder.resolve("celeba/img_align_celeba"));
    StringBuilder marks = new StringBuilder(FACES + "\nAttractive Male\n");
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < FACES; i++) {
      String name = "%06d.jpg".formatted(i);
      marks.append(name).append(i % 2 == 0 ? " 1" : " -1").append(i % 4 < 2 ? " 1\n" : " -1\n");
      parts.append(name).append(i < 24 ? " 0\n" : i < 40 ? " 1\n" : " 2\n");
      int colour = i % 2 == 0 ? 0xc08080 : 0x8080c0;
      Files.write(pictures.resolve(name), Tars.jpeg(178, 218, colour));
    }
    Files.writeString(folder.resolve("celeba/list_attr_celeba.txt"), marks);
    Files.writeString(folder.resolve("celeba/list_eval_partition.txt"), parts);
  }

  private Reproduced run() throws IOException {
    RunOptions options =
        new RunOptions(
            Scale.SLICE,
            OptionalInt.empty(),
            new DataFolders(List.of(folder), folder.resolve("none")),
            Files.createDirectories(folder.resolve("out")));
    return new FormlCelebA().run(options, ProgressListener.NONE);
  }

  @Test
  void everyMethodRunsAndACellThatIsLostIsMadeAgainAlike() throws IOException {
    write();

    Reproduced first = run();

    ReproducedTable table = first.tables().get(0);
    assertThat(table.rows())
        .extracting(ReproducedTable.Row::method)
        .containsExactly("uniform", "random", "proportion", "forml", "forml-strong");
    for (ReproducedTable.Row row : table.rows()) {
      assertThat(row.entries()).allMatch(entry -> entry.ours().isPresent());
    }
    Files.delete(folder.resolve("out/cells/forml-seed0.json"));
    assertThat(run()).isEqualTo(first);
  }
}
