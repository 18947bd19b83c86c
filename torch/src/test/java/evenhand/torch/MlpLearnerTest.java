package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
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

  @Test
  void refusesWhatItCantRead() {
    assertThatThrownBy(() -> MlpLearner.of(Map.of("hidden", "32,8")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "the option hidden of learner mlp must be widths such as 128-64, or none, was 32,8");
    assertThatThrownBy(() -> MlpLearner.of(Map.of("depth", "3")))
        .hasMessage(
            "learner mlp has no option depth; it has hidden, dropout, epochs, batch, rate, decay");
    assertThatThrownBy(() -> MlpLearner.of(Map.of("epochs", "1.5")))
        .hasMessage("the option epochs of learner mlp must be a whole number, was 1.5");
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
