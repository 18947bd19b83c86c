package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DenseMatrix;
import evenhand.data.Sample;
import evenhand.learner.Scorer;
import evenhand.loss.Batch;
import evenhand.loss.CrossEntropy;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class DescentTest {

  @Test
  void learnsWhatNoLineCanTell() {
    float[] values = new float[800];
    int[] labels = new int[400];
    for (int i = 0; i < 400; i++) {
      values[2 * i] = i % 2 == 0 ? 1 : -1;
      values[2 * i + 1] = i / 2 % 2 == 0 ? 1 : -1;
      labels[i] = values[2 * i] * values[2 * i + 1] > 0 ? 1 : 0;
    }
    DenseMatrix features = new DenseMatrix(400, 2, values);
    double[] ones = new double[400];
    java.util.Arrays.fill(ones, 1);

    Scorer scorer = Toys.learner(60).on(features, 1).fit(labels, ones);

    double[] scores = scorer.score(features);
    for (int i = 0; i < 400; i++) {
      assertThat(scores[i] >= 0.5 ? 1 : 0).isEqualTo(labels[i]);
    }
  }

  @Test
  void oneSeedGivesTheSameBytes() {
    assertThat(trained(5)).isEqualTo(trained(5)).isNotEqualTo(trained(6));
  }

  private static float[] trained(long seed) {
    Sample sample = Toys.sample(1, 300);
    MlpOptions options = new MlpOptions(List.of(8), 0.2, 3, 32, 1e-2, 1e-3);
    Network network = new Mlp(2, options.hidden(), options.dropout());
    try (Descent descent =
        new Descent(network, sample.features(), Batch.of(sample), options, seed)) {
      CrossEntropy loss = new CrossEntropy();
      return descent.run(
          (chosen, batch, logits, progress) -> loss.on(batch, logits), (epoch, current) -> {});
    }
  }

  @Test
  void nativeMemoryDoesNotGrowOverTenThousandSteps() {
    Sample sample = Toys.sample(1, 128);
    MlpOptions options = new MlpOptions(List.of(128), 0, 10_000, 128, 1e-3, 0);
    long[] after = new long[2];
    try (Descent descent = descent(sample, options)) {
      CrossEntropy loss = new CrossEntropy();
      descent.run(
          (chosen, batch, logits, progress) -> loss.on(batch, logits),
          (epoch, current) -> {
            if (epoch == 2000) {
              after[0] = NativeMemory.bytes();
            }
          });
      after[1] = NativeMemory.bytes();
    }
    // 8,000 steps, of which each makes tensors of 64 kB, several; one of them kept would be 500 MB.
    assertThat(after[1] - after[0]).isLessThan(100L << 20);
  }

  @Test
  void aClippedGradientIsOfTheNormAsked() {
    double free = moved(OptionalDouble.empty());
    double clipped = moved(OptionalDouble.of(1e-3));

    assertThat(free).isGreaterThan(1e-2);
    assertThat(clipped).isCloseTo(1e-3, within(1e-6));
  }

  /** How far one step of plain SGD at rate 1 goes. */
  private static double moved(OptionalDouble clip) {
    Sample sample = Toys.sample(1, 64);
    Stepping stepping =
        new Stepping(
            Stepping.Rule.SGD, 0, new RateSchedule(RateSchedule.Shape.CONSTANT, 0, 1), clip);
    MlpOptions options = new MlpOptions(List.of(4), 0, 1, 64, 1, 0, stepping, OptionalInt.empty());
    try (Descent descent = descent(sample, options)) {
      CrossEntropy loss = new CrossEntropy();
      float[] before = descent.theta();
      float[] after =
          descent.run(
              (chosen, batch, logits, progress) -> loss.on(batch, logits), (epoch, current) -> {});
      double squares = 0;
      for (int i = 0; i < before.length; i++) {
        squares += (after[i] - before[i]) * (after[i] - before[i]);
      }
      return Math.sqrt(squares);
    }
  }

  @Test
  void everyOptimiserAndScheduleLearns() {
    for (Map<String, String> options :
        List.of(
            Map.of("optimizer", "sgd", "rate", "0.3"),
            Map.of("optimizer", "nesterov", "rate", "0.3", "schedule", "step"),
            Map.of("rate", "0.01", "schedule", "constant", "clip", "0.5"))) {
      Map<String, String> all = new java.util.HashMap<>(options);
      all.putAll(Map.of("hidden", "8", "epochs", "40", "batch", "64", "decay", "0"));
      Sample sample = Toys.sample(1, 400);
      double[] scores =
          MlpLearner.of(all)
              .on(sample.features(), 1)
              .fit(sample.labels(), sample.weights())
              .score(sample.features());
      int right = 0;
      for (int i = 0; i < scores.length; i++) {
        right += (scores[i] >= 0.5 ? 1 : 0) == sample.labels()[i] ? 1 : 0;
      }
      assertThat(right).as(options.toString()).isGreaterThan(330);
    }
  }

  private static Descent descent(Sample sample, MlpOptions options) {
    return new Descent(
        new Mlp(2, options.hidden(), 0), sample.features(), Batch.of(sample), options, 1);
  }
}
