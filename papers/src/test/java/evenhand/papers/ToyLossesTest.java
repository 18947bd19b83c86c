package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ToyLossesTest {

  @Test
  void gradientsAreTheCentralDifferences() {
    SplittableRandom random = new SplittableRandom(1);
    for (int draw = 0; draw < 1000; draw++) {
      double[] x = random.doubles(2, -10, 10).toArray();
      double[][] gradients = ToyLosses.gradients(x);
      for (int l = 0; l < 2; l++) {
        double[] up = x.clone();
        double[] down = x.clone();
        up[l] += 1e-6;
        down[l] -= 1e-6;
        for (int loss = 0; loss < 2; loss++) {
          double above = ToyLosses.losses(up)[loss];
          double below = ToyLosses.losses(down)[loss];
          double slope = gradients[loss][l];
          assertThat(slope).isCloseTo((above - below) / 2e-6, within(1e-6 + 1e-5 * slope * slope));
        }
      }
    }
  }

  /** AvivNavon/nash-mtl cce18403, experiments/toy/problem.py draws the front at x₂ = -8.3552. */
  @Test
  void theFrontLiesWhereTheLastStepIsNoneForBoth() {
    double[][] front = ToyLosses.front(101);
    double[] ends = ToyLosses.losses(new double[] {0, -8.3552});

    assertThat(front[50]).containsExactly(ends, within(0.001));
    SplittableRandom random = new SplittableRandom(2);
    for (int draw = 0; draw < 20_000; draw++) {
      double[] losses = ToyLosses.losses(random.doubles(2, -15, 15).toArray());
      for (double[] point : front) {
        assertThat(losses[0] < point[0] - 1e-3 && losses[1] < point[1] - 1e-3).isFalse();
      }
      assertThat(Math.min(losses[0], losses[1])).isGreaterThan(ToyLosses.LOWEST);
    }
  }

  @Test
  void knownValues() {
    assertThat(ToyLosses.losses(new double[] {0, 0})).containsExactly(0, 0);
    // bowls of (0 -+ 7)²/10 - 20 = -15.1, seen through tanh(4)
    assertThat(ToyLosses.losses(new double[] {0, -8}))
        .containsExactly(new double[] {-15.1 * Math.tanh(4), -15.1 * Math.tanh(4)}, within(1e-12));
  }
}
