package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class StationaryDistributionTest {

  /** Of two states that are left with probabilities a and b it is (b, a) / (a + b). */
  @Test
  void ofTwoStatesItIsTheClosedForm() {
    double a = 0.3;
    double b = 1e-9;
    double[] found = StationaryDistribution.of(new double[][] {{1 - a, b}, {a, 1 - b}});

    assertThat(found[0] / (b / (a + b))).isCloseTo(1, within(1e-12));
    assertThat(found[1]).isCloseTo(a / (a + b), within(1e-15));
  }

  /** Random matrices of one to eight states, seed 5. */
  @Test
  void isWhatPowersOfTheMatrixLeadTo() {
    SplittableRandom random = new SplittableRandom(5);
    for (int n = 1; n <= 8; n++) {
      double[][] columns = random(n, random);
      double[] iterated = new double[n];
      iterated[0] = 1;
      for (int step = 0; step < 2000; step++) {
        iterated = times(columns, iterated);
      }
      double[] found = StationaryDistribution.of(columns);

      assertThat(found).as("%d states", n).containsExactly(iterated, within(1e-12));
      assertThat(times(columns, found)).containsExactly(found, within(1e-15));
    }
  }

  private static double[][] random(int n, SplittableRandom random) {
    double[][] columns = new double[n][n];
    for (int j = 0; j < n; j++) {
      double total = 0;
      for (int i = 0; i < n; i++) {
        columns[i][j] = 0.01 + random.nextDouble();
        total += columns[i][j];
      }
      for (int i = 0; i < n; i++) {
        columns[i][j] /= total;
      }
    }
    return columns;
  }

  private static double[] times(double[][] columns, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < product.length; j++) {
        product[i] += columns[i][j] * vector[j];
      }
    }
    return product;
  }
}
