package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.loss.Batch;
import evenhand.train.Method;
import java.util.List;
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
        new GroupDro(0.01, adjustment)
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
        new GroupDro(0.01, 3)
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
}
