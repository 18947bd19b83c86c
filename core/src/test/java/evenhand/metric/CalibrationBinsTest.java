package evenhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CalibrationBinsTest {

  private static final Groups GROUPS =
      new Groups("g", List.of("a", "b", "c"), new int[] {0, 0, 0, 1, 1});

  /** Bins [0.2, 0.3): |0.5 − 0.25|·2; [0.3, 0.4): |1 − 0.3|; the last one holds 1 as well. */
  @Test
  void weighsEachBinsGap() {
    CalibrationBins bins =
        CalibrationBins.of(
            new double[] {0, 1, 1, 0, 1},
            new double[] {0.2, 0.3 - 1e-12, 0.3, 1, 0.95},
            new double[] {1, 1, 1, 1, 1},
            GROUPS);
    assertThat(bins.of(0).orElseThrow()).isCloseTo((0.5 + 0.7) / 3, within(1e-9));
    assertThat(bins.of(1).orElseThrow()).isCloseTo(0.95 / 2, within(1e-9));
    assertThat(bins.of(2)).as("no rows").isEmpty();
    assertThat(bins.overall().orElseThrow()).isCloseTo((0.5 + 0.7 + 0.95) / 5, within(1e-9));
  }

  /**
   * 400 rows of score 0.25 whose labels average 0.75 have an error of 0.5 ± √(0.75 · 0.25 / 400).
   */
  @Test
  void drawsSpreadAsMeansDo() {
    int n = 400;
    double[] labels = new double[n];
    double[] scores = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % 4 == 0 ? 0 : 1;
      scores[i] = 0.25;
      weights[i] = 1;
    }
    CalibrationBins bins =
        CalibrationBins.of(labels, scores, weights, new Groups("g", List.of("all"), new int[n]));
    SplittableRandom random = new SplittableRandom(1);
    double sum = 0;
    double squares = 0;
    for (int r = 0; r < 4000; r++) {
      double error = bins.drawn(random).of(0).orElseThrow() - 0.5;
      sum += error;
      squares += error * error;
    }
    assertThat(sum / 4000).isCloseTo(0, within(0.002));
    assertThat(Math.sqrt(squares / 4000)).isCloseTo(Math.sqrt(0.75 * 0.25 / n), within(0.001));
  }

  /** Half the rows differ by 0.5, half by 0: how many of which come is chance as well. */
  @Test
  void drawsAlsoHowMuchFallsIntoABin() {
    int n = 400;
    double[] labels = new double[n];
    double[] scores = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      labels[i] = 1;
      scores[i] = i % 2 == 0 ? 0.5 : 1;
      weights[i] = 1;
    }
    CalibrationBins bins =
        CalibrationBins.of(labels, scores, weights, new Groups("g", List.of("all"), new int[n]));
    SplittableRandom random = new SplittableRandom(1);
    double squares = 0;
    for (int r = 0; r < 4000; r++) {
      squares += Math.pow(bins.drawn(random).of(0).orElseThrow() - 0.25, 2);
    }
    assertThat(Math.sqrt(squares / 4000)).isCloseTo(0.5 * 0.5 / Math.sqrt(n), within(0.001));
  }
}
