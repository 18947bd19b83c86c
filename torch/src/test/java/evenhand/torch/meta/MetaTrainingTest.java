package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.DenseMatrix;
import evenhand.gradient.NashBargaining;
import evenhand.loss.BoundedGroupLoss.How;
import evenhand.torch.Augmentation;
import evenhand.torch.Mlp;
import evenhand.torch.NativeMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every way of weighing rows. */
final class MetaTrainingTest {

  private static final Examples TRAINING = NoisyRows.of(1, 600, 0.6);
  private static final Examples TRUSTED = NoisyRows.of(2, 60, 0);
  private static final Examples TEST = NoisyRows.of(3, 1000, 0);

  static Stream<RowWeighing> learned() {
    return Stream.of(
        Forml.printed(new Goal.Mean(), 50),
        Forml.printed(new Goal.OfGroups(How.RANGE), 50),
        new Forml(new Goal.Mean(), 50, Forml.Direction.DOWNHILL, Forml.Meaning.INVERSE_SQUARE, 1),
        new Forml(new Goal.Mean(), 50, Forml.Direction.DOWNHILL, Forml.Meaning.LOSS, 2),
        new LookAheadWeights(new Goal.Mean(), Normalization.SUM),
        new LookAheadWeights(new Goal.OfGroups(How.WORST), Normalization.SUM),
        bargain(3, NashBargain.Watch.ALWAYS),
        new MetaWeightNet(new Goal.Mean(), 20, 1e-2, 0));
  }

  private static NashBargain bargain(int epochs, NashBargain.Watch watch) {
    return new NashBargain(
        NashBargaining.defaults(), epochs, new Goal.Mean(), Normalization.SUM, watch);
  }

  @ParameterizedTest
  @MethodSource("learned")
  void mostlyWrongLabelsDoHarmThatWeightsUndo(RowWeighing weighing) {
    double uniform = accuracy(StaticWeights.uniform(), 6);
    double weighed = accuracy(weighing, 6);

    assertThat(weighed).isGreaterThan(uniform - 0.02);
    if (weighing instanceof LookAheadWeights) {
      assertThat(weighed).isGreaterThan(0.9).isGreaterThan(uniform + 0.1);
    }
  }

  @ParameterizedTest
  @MethodSource("learned")
  void oneSeedGivesTheSameBytes(RowWeighing weighing) {
    assertThat(theta(weighing, 5)).isEqualTo(theta(weighing, 5));
    assertThat(theta(weighing, 5)).isNotEqualTo(theta(weighing, 6));
  }

  @Test
  void formlTellsWrongLabelsByTheirNumbers() {
    try (MetaTraining run = run(Forml.printed(new Goal.Mean(), 100), 8, 1)) {
      run.run((chosen, weights, losses, correct) -> {}, (epoch, here) -> {});
      float[] numbers = run.learned().orElseThrow();
      double right = 0;
      double wrong = 0;
      int wrongs = 0;
      for (int i = 0; i < numbers.length; i++) {
        float[] row = new float[3];
        TRAINING.features().copyRow(i, row);
        boolean isRight = TRAINING.labels()[i] == (row[0] + row[1] > 0 ? 1 : 0);
        right += isRight ? numbers[i] : 0;
        wrong += isRight ? 0 : numbers[i];
        wrongs += isRight ? 0 : 1;
      }

      assertThat(wrong / wrongs).isLessThan(right / (numbers.length - wrongs) - 0.3);
    }
  }

  @Test
  void bargainsAlignStepsAndTellOfIt() {
    List<Double> aligned = new ArrayList<>();
    List<Boolean> bargained = new ArrayList<>();
    try (MetaTraining run = run(bargain(2, NashBargain.Watch.ALWAYS), 4, 1)) {
      run.run(
          (chosen, weights, losses, correct) -> {},
          (epoch, here) -> {
            aligned.add(here.evidence().getOrDefault("steps aligned", -1.0));
            bargained.add(here.evidence().containsKey("bargains failed"));
          });
    }

    assertThat(bargained).containsExactly(true, true, false, false);
    assertThat(aligned.get(0)).isEqualTo(1);
    assertThat(aligned.get(3)).isBetween(0.0, 1.0);
  }

  @Test
  void freshPassesServeTooAndTrainingCanBeStopped() {
    List<Integer> epochs = new ArrayList<>();
    MetaTraining.Plan plan =
        new MetaTraining.Plan(
            new LookAheadWeights(new Goal.Mean(), Normalization.SUM), Dealing.shuffled(), 1);
    try (MetaTraining run =
        new MetaTraining(
            NoisyRows.network(),
            TRAINING,
            TRUSTED,
            NoisyRows.options(5, MetaOptions.Passes.FRESH),
            plan)) {
      run.run(
          (chosen, weights, losses, correct) -> {},
          (epoch, here) -> {
            epochs.add(epoch);
            if (epoch == 3) {
              here.stop();
            }
          });

      assertThat(epochs).containsExactly(1, 2, 3);
      assertThat(NoisyRows.accuracy(run, TEST)).isGreaterThan(0.8);
    }
  }

  @Test
  void theLargestLossesAreTheWorstShare() {
    List<Integer> counted = new ArrayList<>();
    try (MetaTraining run = run(new LargestLosses(0.4), 1, 1)) {
      run.run(
          (chosen, weights, losses, correct) -> {
            int ones = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            for (int i = 0; i < weights.length; i++) {
              ones += weights[i] == 1 ? 1 : 0;
              least = weights[i] == 1 ? Math.min(least, losses[i]) : least;
              most = weights[i] == 0 ? Math.max(most, losses[i]) : most;
            }
            counted.add(ones);
            assertThat(least).isGreaterThanOrEqualTo(most);
          },
          (epoch, here) -> {});
    }

    assertThat(counted).hasSize(12).containsOnly(20);
  }

  @Test
  void anAugmentationChangesEachStepsRowsAndNoTrustedOnes() {
    int[] changed = new int[1];
    Augmentation turned =
        (values, rows, random) -> {
          changed[0] += rows;
          turn(values);
        };
    float[] others = new float[3 * TRAINING.size()];
    for (int i = 0; i < TRAINING.size(); i++) {
      float[] row = new float[3];
      TRAINING.features().copyRow(i, row);
      turn(row);
      System.arraycopy(row, 0, others, 3 * i, 3);
    }
    Examples already =
        new Examples(
            new DenseMatrix(TRAINING.size(), 3, others), TRAINING.labels(), 2, TRAINING.groups());

    assertThat(theta(TRAINING, turned))
        .isEqualTo(theta(already, Augmentation.NONE))
        .isNotEqualTo(theta(TRAINING, Augmentation.NONE));
    assertThat(changed).containsExactly(2 * TRAINING.size());
  }

  private static void turn(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= -0.5f;
    }
  }

  private static float[] theta(Examples training, Augmentation augmentation) {
    try (MetaTraining run =
        new MetaTraining(
            NoisyRows.network(),
            training,
            TRUSTED,
            NoisyRows.options(2, MetaOptions.Passes.SHARED),
            new MetaTraining.Plan(
                Forml.printed(new Goal.Mean(), 50), Dealing.shuffled(), augmentation, 1))) {
      run.run((chosen, weights, losses, correct) -> {}, (epoch, here) -> {});
      return run.theta();
    }
  }

  @Test
  void nativeMemoryGrowsNeitherWithTheStepsOfFormlNorWithTheRows() {
    long[] few = memory(2_000, 100);
    long[] many = memory(20_000, 10);

    // What 700 steps make is 2 GB; a gradient kept of each of 18,000 rows would be 1.2 GB, where a
    // number for each is 72 kB.
    assertThat(few[1] - few[0]).isLessThan(100L << 20);
    assertThat(many[1] - many[0]).isLessThan(100L << 20);
    assertThat(many[1] - few[1]).isLessThan(100L << 20);
  }

  /** After 100 and after all 800 steps. */
  private static long[] memory(int rows, int epochs) {
    MetaOptions usual = NoisyRows.options(epochs, MetaOptions.Passes.SHARED);
    MetaOptions options =
        new MetaOptions(epochs, 250, usual.rate(), 0, usual.stepping(), usual.trusted());
    MetaTraining.Plan plan =
        new MetaTraining.Plan(Forml.printed(new Goal.Mean(), 50), Dealing.shuffled(), 1);
    long[] after = new long[2];
    int[] steps = new int[1];
    try (MetaTraining run =
        new MetaTraining(
            new Mlp(3, List.of(256, 64), 0, 2),
            NoisyRows.of(1, rows, 0.6),
            TRUSTED,
            options,
            plan)) {
      run.run(
          (chosen, weights, losses, correct) -> {
            steps[0]++;
            if (steps[0] == 100) {
              after[0] = NativeMemory.bytes();
            }
          },
          (epoch, here) -> {});
      after[1] = NativeMemory.bytes();
    }
    assertThat(steps).containsExactly(800);
    return after;
  }

  private static double accuracy(RowWeighing weighing, int epochs) {
    try (MetaTraining run = run(weighing, epochs, 1)) {
      run.run((chosen, weights, losses, correct) -> {}, (epoch, here) -> {});
      return NoisyRows.accuracy(run, TEST);
    }
  }

  private static float[] theta(RowWeighing weighing, long seed) {
    try (MetaTraining run = run(weighing, 1, seed)) {
      run.run((chosen, weights, losses, correct) -> {}, (epoch, here) -> {});
      return run.theta();
    }
  }

  private static MetaTraining run(RowWeighing weighing, int epochs, long seed) {
    return new MetaTraining(
        NoisyRows.network(),
        TRAINING,
        TRUSTED,
        NoisyRows.options(epochs, MetaOptions.Passes.SHARED),
        new MetaTraining.Plan(weighing, Dealing.shuffled(), seed));
  }
}
