package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.report.Reproduced;
import evenhand.report.ReproducedTable;
import evenhand.tables.DataFolders;
import evenhand.train.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NashSyntheticTest {

  @TempDir private Path folder;

  private Reproduced run(int seeds) {
    RunOptions options =
        new RunOptions(
            Scale.SLICE, OptionalInt.of(seeds), new DataFolders(List.of(), folder), folder);
    return Reproductions.named("nash-synthetic").run(options, ProgressListener.NONE);
  }

  private static double mean(ReproducedTable table, String method, int column) {
    return table.rows().stream()
        .filter(row -> row.method().equals(method))
        .findFirst()
        .orElseThrow()
        .entries()
        .get(column)
        .ours()
        .orElseThrow()
        .mean();
  }

  /** The paper's two claims, from its own kind of picture. */
  @Test
  void bargainingReachesTheFrontAndBargainingFirstTheGoalToo() {
    Reproduced reproduced = run(1);

    ReproducedTable aggregators = reproduced.tables().get(0);
    assertThat(mean(aggregators, "nash", 0)).isEqualTo(1);
    assertThat(mean(aggregators, "cagrad", 0)).isLessThan(1);
    ReproducedTable stages = reproduced.tables().get(3);
    assertThat(mean(stages, "gap", 0)).isZero();
    assertThat(mean(stages, "nash", 2)).isLessThan(0.5);
    assertThat(mean(stages, "nash-then-gap", 2)).isGreaterThan(mean(stages, "nash", 2));
    assertThat(mean(stages, "nash-then-worst", 2)).isEqualTo(1);
    assertThat(reproduced.pictures())
        .hasSize(2)
        .allSatisfy(
            picture -> {
              assertThat(picture.svg()).startsWith("<svg").endsWith("</svg>\n");
              assertThat(picture.svg()).doesNotContain("NaN", "Infinity");
            });
  }

  @Test
  void theSameAgainFromWhatWasKept() {
    Reproduced first = run(2);
    Reproduced second = run(2);

    assertThat(second).isEqualTo(first);
    assertThat(folder.resolve("cells").toFile().list()).hasSize(2 * 13 * 2);
  }

  @Test
  void namesAreRefusedByWhatThereIs() {
    assertThatThrownBy(() -> Reproductions.named("forml"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("no reproduction is called 'forml'; there are ")
        .hasMessageContaining("nash-synthetic");
    assertThat(Reproductions.all())
        .extracting(Reproduction::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z0-9-]+"));
  }
}
