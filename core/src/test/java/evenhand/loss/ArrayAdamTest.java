package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ArrayAdamTest {

  /** By hand: the corrected moments of one gradient are itself and its square. */
  @Test
  void theFirstStepIsTheRateWhateverTheGradient() {
    double[] theta = {1, -2, 0};
    ArrayAdam adam = new ArrayAdam(theta, 0.1);

    adam.step(new double[] {5, -0.001, 0});

    assertThat(theta).containsExactly(new double[] {0.9, -1.9, 0}, within(1e-5));
    assertThat(adam.steps()).isEqualTo(1);
  }

  @Test
  void findsTheBottomOfABowl() {
    double[] theta = {3, -4};
    ArrayAdam adam = new ArrayAdam(theta, 0.05);
    for (int step = 0; step < 2000; step++) {
      adam.step(new double[] {2 * (theta[0] - 1), 20 * (theta[1] + 1)});
    }

    assertThat(theta).containsExactly(new double[] {1, -1}, within(1e-3));
  }
}
