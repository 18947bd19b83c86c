package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BinomialDrawTest {

  /** Both algorithms, either side of one half, and where one hands over to the other. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.3",
    "5, 0.5",
    "40, 0.02",
    "40, 0.24",
    "40, 0.26",
    "40, 0.74",
    "40, 0.9",
    "1000, 0.0099",
    "1000, 0.011",
    "1000, 0.5",
    "1000, 0.98",
    "5000000, 0.000003",
    "300, 0.4"
  })
  void isDistributedAsTheBinomial(int n, double p) {
    BinomialDistribution truth = BinomialDistribution.of(n, p);
    int low = truth.inverseCumulativeProbability(0.005);
    int high = truth.inverseCumulativeProbability(0.995);
    double[] seen = new double[high - low + 3];
    int draws = 40_000;
    SplittableRandom random = new SplittableRandom(n + Math.round(1e6 * p));
    for (int draw = 0; draw < draws; draw++) {
      int k = BinomialDraw.next(n, p, random);
      assertThat(k).isBetween(0, n);
      seen[Math.max(0, Math.min(seen.length - 1, k - low + 1))]++;
    }
    double statistic = 0;
    int cells = 0;
    for (int cell = 0; cell < seen.length; cell++) {
      int k = low + cell - 1;
      double expected =
          draws
              * (cell == 0
                  ? truth.cumulativeProbability(low - 1)
                  : k > high ? truth.survivalProbability(high) : truth.probability(k));
      if (expected > 5) {
        statistic += (seen[cell] - expected) * (seen[cell] - expected) / expected;
        cells++;
      }
    }
    assertThat(ChiSquaredDistribution.of(cells).survivalProbability(statistic)).isGreaterThan(1e-4);
  }

  @Test
  void edges() {
    SplittableRandom random = new SplittableRandom(1);
    assertThat(BinomialDraw.next(0, 0.5, random)).isZero();
    assertThat(BinomialDraw.next(7, 0, random)).isZero();
    assertThat(BinomialDraw.next(7, 1, random)).isEqualTo(7);
  }

  @Test
  void multinomialSpreadsAllRowsInProportion() {
    double[] probabilities = {0.1, 0, 0.6, 0.3};
    double[] sum = new double[4];
    SplittableRandom random = new SplittableRandom(2);
    for (int draw = 0; draw < 2000; draw++) {
      double[] out = new double[6];
      BinomialDraw.multinomial(50, probabilities, random, out, 1);
      assertThat(Arrays.stream(out).sum()).isEqualTo(50);
      assertThat(out[0] + out[5]).as("outside").isZero();
      for (int c = 0; c < 4; c++) {
        sum[c] += out[1 + c] / (50.0 * 2000);
      }
    }
    for (int c = 0; c < 4; c++) {
      // four standard errors of a mean of 100 000 trials
      assertThat(Math.abs(sum[c] - probabilities[c])).isLessThan(4 * 0.5 / Math.sqrt(100_000));
    }
    assertThat(sum[1]).isZero();
  }
}
