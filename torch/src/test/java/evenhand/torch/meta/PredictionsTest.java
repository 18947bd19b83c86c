package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PredictionsTest {

  @Test
  void theLargestLogitIsTheClassAndTheFirstOfEquals() {
    assertThat(Predictions.of(new double[] {1, 2, 0, 3, 3, 1}, 2)).containsExactly(1, 0);
  }

  @Test
  void oneLogitSaysYesFromZeroOn() {
    assertThat(Predictions.of(new double[] {-0.1, 0, 2}, 3)).containsExactly(0, 1, 1);
  }

  @Test
  void noRowsHaveNoClasses() {
    assertThat(Predictions.of(new double[0], 0)).isEmpty();
  }
}
