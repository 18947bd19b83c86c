package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.loss.Batch;
import evenhand.train.AimedCells;
import evenhand.train.Method;
import evenhand.train.ProgressListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GroupDroTest {

  private static final Sample SAMPLE = sample();

  /** 90 rows of a, 10 of b. */
  private static Sample sample() {
    Sample rows = Toys.sample(1, 100);
    int[] codes = IntStream.range(0, 100).map(i -> i < 90 ? 0 : 1).toArray();
    return Sample.of(
        rows.features(), rows.labels(), List.of(new Groups("group", List.of("a", "b"), codes)));
  }

  /** By equal losses ln 2; algorithm 1, with margins of C/√90 and C/√10, 100 steps. */
  @Test
  void sharesGrowByTheAdjustedLosses() {
    double margin = 3 / Math.sqrt(10) - 3 / Math.sqrt(90);

    assertThat(shareOfFew(0)).isCloseTo(0.5, within(1e-12));
    assertThat(shareOfFew(3)).isCloseTo(1 / (1 + Math.exp(-100 * 0.01 * margin)), within(1e-12));
  }

  /** Every row's slope at a logit of 0 is ±1/2, so that a group's add up to half its share. */
  private static double shareOfFew(double adjustment) {
    NetworkMethod.Run run =
        new GroupDro(AimedCells.ATTRIBUTE, 0.01, adjustment)
            .on(new Method.Task(SAMPLE, Optional.empty(), List.of(), Toys.learner(1), 1));
    int[] all = IntStream.range(0, 100).toArray();
    double[] slope = new double[100];
    for (int step = 0; step < 100; step++) {
      slope = run.on(all, Batch.of(SAMPLE), new double[100], 0).slope();
    }
    double sum = 0;
    for (int i = 90; i < 100; i++) {
      sum += Math.abs(slope[i]);
    }
    return 2 * sum;
  }

  @Test
  void aGroupMissingFromABatchGainsNothing() {
    NetworkMethod.Run run =
        new GroupDro(AimedCells.ATTRIBUTE, 0.01, 3)
            .on(new Method.Task(SAMPLE, Optional.empty(), List.of(), Toys.learner(1), 1));
    int[] few = {95, 96};
    int[] many = {1, 2};
    run.on(many, Batch.of(SAMPLE).select(many), new double[2], 0);
    double[] slope = run.on(few, Batch.of(SAMPLE).select(few), new double[2], 0).slope();
    double gain = Math.exp(0.01 * (Math.log(2) + 3 / Math.sqrt(90)));
    double back = Math.exp(0.01 * (Math.log(2) + 3 / Math.sqrt(10)));

    assertThat(2 * (Math.abs(slope[0]) + Math.abs(slope[1])))
        .isCloseTo(back / (back + gain), within(1e-12));
  }

  /** Four cells, each with a quarter of the loss at first, whatever its rows. */
  @Test
  void groupsAreCellsOfAttributeAndLabelUnlessAskedOtherwise() {
    NetworkMethod usual = (NetworkMethod) TorchMethods.named("group-dro", Map.of()).orElseThrow();
    NetworkMethod.Run run =
        usual
            .trainer()
            .on(new Method.Task(SAMPLE, Optional.empty(), List.of(), Toys.learner(1), 1));
    int[] all = IntStream.range(0, 100).toArray();
    double[] slope = run.on(all, Batch.of(SAMPLE), new double[100], 0).slope();

    assertThat(usual.aimsAt()).contains(AimedCells.ATTRIBUTE_AND_LABEL);
    assertThat(usual.configuration()).containsEntry("groups", "attribute-and-label");
    for (int code = 0; code < 2; code++) {
      for (int label = 0; label < 2; label++) {
        double sum = 0;
        for (int i = 0; i < 100; i++) {
          boolean inside = (i < 90 ? 0 : 1) == code && SAMPLE.labels()[i] == label;
          sum += inside ? Math.abs(slope[i]) : 0;
        }
        assertThat(2 * sum).as("share of %d&%d", code, label).isCloseTo(0.25, within(1e-12));
      }
    }
    assertThat(run.search()).containsKeys("share of a&0", "share of a&1", "share of b&1");
    assertThat(
            TorchMethods.named("group-dro", Map.of("groups", "attribute")).orElseThrow().aimsAt())
        .contains(AimedCells.ATTRIBUTE);
  }

  /** Few rows of b have label 1, which the plain network hardly finds; group DRO does. */
  @Test
  void liftsTheWorstCell() {
    Sample rows = Toys.sample(1, 1500);
    assertThat(worst(rows, Map.of())).isGreaterThan(worst(rows, Map.of("share-rate", "0")) + 0.05);
  }

  private static double worst(Sample rows, Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    if (options.containsKey("share-rate")) {
      all.put("groups", "attribute");
    }
    double[] accepted =
        TorchMethods.named("group-dro", all)
            .orElseThrow()
            .fit(
                new Method.Task(rows, Optional.empty(), List.of(), Toys.learner(20), 1),
                ProgressListener.NONE)
            .classifier()
            .on(rows.features())
            .acceptance();
    Groups cells = AimedCells.ATTRIBUTE_AND_LABEL.of(rows);
    double[] right = new double[cells.names().size()];
    for (int i = 0; i < accepted.length; i++) {
      right[cells.codes()[i]] += rows.labels()[i] == 1 ? accepted[i] : 1 - accepted[i];
    }
    int[] counts = cells.counts();
    return IntStream.range(0, right.length)
        .mapToDouble(c -> right[c] / counts[c])
        .min()
        .orElseThrow();
  }
}
