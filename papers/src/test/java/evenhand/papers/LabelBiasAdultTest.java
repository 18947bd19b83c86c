package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.report.Reproduced;
import evenhand.report.ReproducedTable;
import evenhand.train.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabelBiasAdultTest {

  @TempDir private Path folder;

  /** Golden: what the notebooks print for the plain model, scikit-learn's logistic regression. */
  @Test
  void thePlainModelIsTheirsAndThreeRoundsLessenTheViolations() {
    RunOptions options =
        new RunOptions(Scale.SLICE, OptionalInt.empty(), RealData.folders(), folder);

    Reproduced first = new LabelBiasAdult().run(options, ProgressListener.NONE);

    List<ReproducedTable.Row> rows = first.tables().get(0).rows();
    assertThat(rows).hasSize(6);
    assertThat(ours(rows.get(0), 0)).isCloseTo(0.1415, within(5e-5));
    assertThat(ours(rows.get(0), 1)).isCloseTo(0.1173, within(5e-5));
    assertThat(ours(rows.get(2), 1)).isCloseTo(0.1195, within(5e-5));
    assertThat(ours(rows.get(1), 1)).isLessThan(0.09);
    assertThat(ours(rows.get(3), 1)).isLessThan(ours(rows.get(2), 1));
    assertThat(new LabelBiasAdult().run(options, ProgressListener.NONE)).isEqualTo(first);
  }

  @Test
  void otherSeedsAreRefusedForNothingIsRandom() {
    RunOptions options = new RunOptions(Scale.SLICE, OptionalInt.of(5), RealData.folders(), folder);

    assertThatThrownBy(() -> new LabelBiasAdult().run(options, ProgressListener.NONE))
        .isInstanceOf(DataException.class)
        .hasMessage("nothing in label-bias-adult is random: leave --seeds and --first-seed out");
  }

  private static double ours(ReproducedTable.Row row, int column) {
    return row.entries().get(column).ours().orElseThrow().mean();
  }
}
