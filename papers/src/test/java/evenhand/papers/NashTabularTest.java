package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.report.Reproduced;
import evenhand.train.ProgressListener;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NashTabularTest {

  @TempDir private Path folder;

  @Test
  void aSliceTellsBothModesAndWhatBargainingChanged() {
    RunOptions options = new RunOptions(Scale.SLICE, OptionalInt.of(1), RealData.folders(), folder);

    Reproduced first = new NashTabular().run(options, ProgressListener.NONE);
    Reproduced again = new NashTabular().run(options, ProgressListener.NONE);

    assertThat(again).isEqualTo(first);
    assertThat(first.tables()).as("two a mode").hasSize(4);
    assertThat(first.tables().get(0).rows()).hasSize(NashMethod.values().length);
    assertThat(first.notes().stream().filter(note -> note.contains("bargaining before")))
        .hasSize(6);
    assertThat(first.notes()).last().asString().startsWith("honest, last epoch: of 3, ");
  }
}
