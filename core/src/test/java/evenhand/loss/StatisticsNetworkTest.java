package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class StatisticsNetworkTest {

  private static final double STEP = 1e-6;
  private static final double[] INPUTS = {-1.5, 0, 0.3, 2};

  private final StatisticsNetwork network = new StatisticsNetwork(5, 3, new SplittableRandom(2));
  private final double[][] slopes = new double[INPUTS.length][3];

  StatisticsNetworkTest() {
    SplittableRandom random = new SplittableRandom(3);
    for (double[] row : slopes) {
      for (int g = 0; g < row.length; g++) {
        row[g] = random.nextDouble(-1, 1);
      }
    }
  }

  /** Σ slope · T, which has these slopes. */
  private double weighted(double[] inputs) {
    double[][] values = network.on(inputs).values();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      for (int g = 0; g < 3; g++) {
        sum += slopes[i][g] * values[i][g];
      }
    }
    return sum;
  }

  @Test
  void theWayBackToTheParametersIsTheCentralDifference() {
    double[] gradient = network.on(INPUTS).byTheta(slopes);
    double[] theta = network.theta();
    assertThat(gradient).hasSize(2 * 5 + 3 * 6);
    for (int p = 0; p < theta.length; p++) {
      double kept = theta[p];
      theta[p] = kept + STEP;
      double above = weighted(INPUTS);
      theta[p] = kept - STEP;
      double below = weighted(INPUTS);
      theta[p] = kept;

      assertThat(gradient[p]).isCloseTo((above - below) / (2 * STEP), within(1e-8));
    }
  }

  @Test
  void theWayBackToTheInputsIsTheCentralDifference() {
    double[] gradient = network.on(INPUTS).byInput(slopes);
    for (int i = 0; i < INPUTS.length; i++) {
      double[] above = INPUTS.clone();
      double[] below = INPUTS.clone();
      above[i] += STEP;
      below[i] -= STEP;

      assertThat(gradient[i])
          .isCloseTo((weighted(above) - weighted(below)) / (2 * STEP), within(1e-8));
    }
  }
}
