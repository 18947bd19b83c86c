package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.data.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MlpLearnerTest {

  @Test
  void readsItsOptions() {
    MlpLearner learner = MlpLearner.of(Map.of("hidden", "32-8", "epochs", "5", "dropout", "0.1"));

    assertThat(learner.options().hidden()).isEqualTo(List.of(32, 8));
    assertThat(learner.configuration())
        .containsEntry("hidden", "32-8")
        .containsEntry("epochs", "5")
        .containsEntry("dropout", "0.1");
    assertThat(MlpLearner.of(Map.of("hidden", "none")).options().hidden()).isEmpty();
  }

  /** Twelve passes, but 400 steps at least, in 60 passes at most; stated passes are as stated. */
  @Test
  void aSmallTableIsPassedOverMoreOften() {
    MlpOptions usual = MlpLearner.of(Map.of()).options();

    assertThat(usual.passes(26_049)).isEqualTo(12);
    assertThat(usual.passes(8_000)).isEqualTo(25);
    assertThat(usual.passes(100)).isEqualTo(60);
    assertThat(MlpLearner.of(Map.of("epochs", "12")).options().passes(100)).isEqualTo(12);
    assertThat(MlpLearner.of(Map.of("least-steps", "0")).options().passes(100)).isEqualTo(12);
    assertThat(MlpLearner.of(Map.of("epochs", "2", "least-steps", "5")).options().passes(1000))
        .isEqualTo(3);
    assertThat(MlpLearner.of(Map.of()).configuration()).containsEntry("least-steps", "400");
    assertThat(MlpLearner.of(Map.of("epochs", "12")).configuration())
        .doesNotContainKey("least-steps");
  }

  @Test
  void recordsWhatHasAnEffect() {
    assertThat(MlpLearner.of(Map.of()).configuration())
        .containsEntry("optimizer", "adam")
        .containsEntry("schedule", "cosine")
        .doesNotContainKeys("momentum", "drops", "clip", "patience");
    assertThat(
            MlpLearner.of(
                    Map.of(
                        "optimizer", "nesterov", "schedule", "step", "clip", "2", "patience", "3"))
                .configuration())
        .containsEntry("optimizer", "nesterov")
        .containsEntry("momentum", "0.9")
        .containsEntry("drops", "2")
        .containsEntry("drop", "0.1")
        .containsEntry("clip", "2.0")
        .containsEntry("patience", "3");
  }

  @Test
  void patienceKeepsWhatGeneralises() {
    // Labels are coins: the longer it trains the worse it does on rows unseen.
    Sample sample = Toys.sample(3, 200);
    java.util.SplittableRandom random = new java.util.SplittableRandom(4);
    int[] coins = java.util.Arrays.stream(sample.labels()).map(y -> random.nextInt(2)).toArray();
    Map<String, String> toTheEnd =
        Map.of("hidden", "64-64", "epochs", "200", "batch", "32", "rate", "0.01");
    Map<String, String> patient = new java.util.HashMap<>(toTheEnd);
    patient.put("patience", "3");

    assertThat(farthest(patient, sample, coins)).isLessThan(farthest(toTheEnd, sample, coins) / 2);
  }

  /** The mean distance of the scores from one half. */
  private static double farthest(Map<String, String> options, Sample sample, int[] labels) {
    double[] scores =
        MlpLearner.of(options)
            .on(sample.features(), 1)
            .fit(labels, sample.weights())
            .score(sample.features());
    return java.util.Arrays.stream(scores).map(score -> Math.abs(score - 0.5)).average().orElse(0);
  }

  @Test
  void refusesWhatItCantRead() {
    assertThatThrownBy(() -> MlpLearner.of(Map.of("hidden", "32,8")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "the option hidden of learner mlp must be widths such as 128-64, or none, was 32,8");
    assertThatThrownBy(() -> MlpLearner.of(Map.of("depth", "3")))
        .hasMessage(
            "learner mlp has no option depth; it has hidden, dropout, epochs, least-steps, batch, rate, decay, optimizer, momentum, schedule, drops, drop, clip, patience, device");
    assertThatThrownBy(() -> MlpLearner.of(Map.of("epochs", "1.5")))
        .hasMessage("the option epochs of learner mlp must be a whole number, was 1.5");
  }

  /** The libraries the build brings are the processor's. */
  @Test
  void aDeviceThatIsNotThereIsSaid() {
    Sample sample = Toys.sample(3, 50);
    MlpLearner learner = MlpLearner.of(Map.of("device", "cuda"));

    assertThat(learner.configuration()).containsEntry("device", "cuda");
    assertThatThrownBy(
            () -> learner.on(sample.features(), 1).fit(sample.labels(), sample.weights()))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "libtorch finds no CUDA device here; leave device=cuda out, or build with -Pcuda and run where NVIDIA's driver sees a graphics processor");
    assertThatThrownBy(() -> MlpLearner.of(Map.of("device", "tpu")))
        .hasMessageContaining("the option device of learner mlp must be");
  }

  @Test
  void aWeightedRowPullsMore() {
    var sample = Toys.sample(3, 400);
    double[] ones = sample.weights();
    double[] heavy = ones.clone();
    for (int i = 0; i < heavy.length; i++) {
      heavy[i] = sample.labels()[i] == 1 ? 5 : 1;
    }

    double even =
        mean(
            Toys.learner(10)
                .on(sample.features(), 1)
                .fit(sample.labels(), ones)
                .score(sample.features()));
    double tilted =
        mean(
            Toys.learner(10)
                .on(sample.features(), 1)
                .fit(sample.labels(), heavy)
                .score(sample.features()));

    assertThat(tilted).isGreaterThan(even + 0.1);
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values).average().orElseThrow();
  }
}
