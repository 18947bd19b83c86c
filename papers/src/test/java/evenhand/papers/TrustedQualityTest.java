package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.report.Reproduced;
import evenhand.train.ProgressListener;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrustedQualityTest {

  @TempDir private Path folder;

  @Test
  void aSliceHasARowForEveryMethodSizeAndShareOfWrongLabels() {
    RunOptions options = new RunOptions(Scale.SLICE, OptionalInt.of(1), RealData.folders(), folder);

    Reproduced first = new TrustedQuality().run(options, ProgressListener.NONE);

    assertThat(first.tables().get(0).rows()).hasSize(2 + 7 * 3 * 3);
    assertThat(new TrustedQuality().run(options, ProgressListener.NONE)).isEqualTo(first);
  }
}
