package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.report.Reproduced;
import evenhand.report.ReproducedTable;
import evenhand.train.ProgressListener;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FormlMnistTest {

  @TempDir private Path folder;

  @Test
  void aSliceHasEveryRowOfTheTableAndIsFoundAgain() {
    RunOptions options = new RunOptions(Scale.SLICE, OptionalInt.of(1), RealData.folders(), folder);

    Reproduced first = new FormlMnist().run(options, ProgressListener.NONE);
    Reproduced again = new FormlMnist().run(options, ProgressListener.NONE);

    assertThat(again).isEqualTo(first);
    assertThat(first.tables().get(0).rows())
        .extracting(ReproducedTable.Row::method)
        .containsExactly(
            "uniform-clean",
            "uniform",
            "label-bias",
            "forml",
            "forml-mean-loss-gap",
            "forml-cross-entropy");
    assertThat(first.notes()).anyMatch(note -> note.startsWith("forml against uniform weights"));
  }
}
