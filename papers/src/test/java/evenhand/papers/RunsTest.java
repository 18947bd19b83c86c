package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.tables.DataFolders;
import evenhand.torch.meta.MetaOptions;
import evenhand.train.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunsTest {

  private static final Seeds SEEDS = new Seeds(3, 2);

  @TempDir private Path folder;

  private final List<String> run = Collections.synchronizedList(new ArrayList<>());

  private Runs runs(String method, double figure) {
    return new Runs(
        method,
        Map.of("figure", Double.toString(figure)),
        seed -> {
          run.add(method + seed);
          return Cell.of(Map.of("figure", figure + seed));
        });
  }

  private Map<String, List<Cell>> cells(List<Runs> all, int parallel) {
    RunOptions options =
        new RunOptions(
            Scale.SLICE,
            OptionalInt.of(2),
            3,
            OptionalInt.of(parallel),
            new DataFolders(List.of(), folder),
            folder);
    return Runs.cells(all, SEEDS, options, 1, ProgressListener.NONE);
  }

  @Test
  void aTrainingsKeyTellsEveryOptionApart() {
    Map<String, String> told = Map.of("network", "small");
    MetaOptions options = PictureRun.options(3, 32, 0.1);

    assertThat(Runs.keyed(told, options))
        .containsEntry("network", "small")
        .isEqualTo(Runs.keyed(told, PictureRun.options(3, 32, 0.1)));
    assertThat(
            List.of(
                Runs.keyed(told, options),
                Runs.keyed(told, PictureRun.options(4, 32, 0.1)),
                Runs.keyed(told, PictureRun.options(3, 64, 0.1)),
                Runs.keyed(told, PictureRun.options(3, 32, 0.2)),
                Runs.keyed(
                    told,
                    new MetaOptions(3, 32, 0.1, 1e-3, options.stepping(), options.trusted()))))
        .doesNotHaveDuplicates();
  }

  @Test
  void cellsStandByMethodInTheOrderOfTheSeeds() {
    Map<String, List<Cell>> cells = cells(List.of(runs("b", 10), runs("a", 20)), 2);

    assertThat(cells.keySet()).containsExactly("b", "a");
    assertThat(cells.get("b")).extracting(cell -> cell.figure("figure")).containsExactly(13., 14.);
    assertThat(cells.get("a")).extracting(cell -> cell.figure("figure")).containsExactly(23., 24.);
    assertThat(run).containsExactlyInAnyOrder("b3", "a3", "b4", "a4");
  }

  @Test
  void oneAtATimeASeedsMethodsComeBeforeTheNextSeed() {
    cells(List.of(runs("b", 10), runs("a", 20)), 1);

    assertThat(run).containsExactly("b3", "a3", "b4", "a4");
  }

  @Test
  void whatIsThereIsNotRunAgain() {
    Map<String, List<Cell>> first = cells(List.of(runs("b", 10)), 2);
    Map<String, List<Cell>> more = cells(List.of(runs("b", 10), runs("a", 20)), 2);

    assertThat(more).containsEntry("b", first.get("b"));
    assertThat(run).containsExactlyInAnyOrder("b3", "b4", "a3", "a4");
  }

  @Test
  void methodsMustDiffer() {
    assertThatThrownBy(() -> cells(List.of(runs("a", 10), runs("a", 20)), 1))
        .hasMessage("two runs of one method would share their cells");
  }

  /** What was finished before a failure stays. */
  @Test
  void aFailureComesOutAsItIs() {
    Runs wrong =
        new Runs(
            "wrong",
            Map.of(),
            seed -> {
              throw new DataException("seed " + seed + " is wrong");
            });

    assertThatThrownBy(() -> cells(List.of(runs("b", 10), wrong), 1))
        .isInstanceOf(DataException.class)
        .hasMessage("seed 3 is wrong");
    assertThat(Files.exists(folder.resolve("cells/b-seed3.json"))).isTrue();
  }
}
