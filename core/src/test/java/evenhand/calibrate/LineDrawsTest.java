package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.metric.Interval;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineDrawsTest {

  private static final int REPLICATES = 600;
  private static final double EXACT = 1e-13;

  /** Log odds that are half as far out as they say, and 0.3 too low. */
  private static CalibrationLine line(int rows, SplittableRandom random) {
    double[] logits = new double[rows];
    double[] labels = new double[rows];
    double[] weights = new double[rows];
    for (int i = 0; i < rows; i++) {
      logits[i] = 1.5 * random.nextGaussian() - 0.5;
      double truth = 1 / (1 + Math.exp(-0.5 * logits[i] - 0.3));
      labels[i] = random.nextDouble() < truth ? 1 : 0;
      weights[i] = 1;
    }
    return new CalibrationLine(logits, labels, weights);
  }

  /** Rows drawn one by one, each replicate fitted to its maximum: what the bins stand for. */
  @ParameterizedTest
  @ValueSource(ints = {60, 300, 3000})
  void reachesAsFarAsRefitsOfRowsDrawnOneByOne(int rows) {
    SplittableRandom random = new SplittableRandom(rows);
    CalibrationLine line = line(rows, random);
    double slope = line.slope(new double[] {1, 0}, EXACT).orElseThrow();
    double intercept = line.intercept(0, EXACT).orElseThrow();
    double[] slopes = new double[REPLICATES];
    double[] intercepts = new double[REPLICATES];
    for (int r = 0; r < REPLICATES; r++) {
      double[] again = new double[rows];
      for (int i = 0; i < rows; i++) {
        again[random.nextInt(rows)]++;
      }
      CalibrationLine drawn = new CalibrationLine(line.logits(), line.labels(), again);
      slopes[r] = Math.abs(drawn.slope(new double[] {1, 0}, EXACT).orElseThrow() - slope);
      intercepts[r] = Math.abs(drawn.intercept(0, EXACT).orElseThrow() - intercept);
    }
    LineDraws draws = new LineDraws(line, REPLICATES, random);
    double[] start = {slope, 0};
    assertThat(Interval.reach(draws.slopeErrors(start), 0.9) / Interval.reach(slopes, 0.9))
        .isCloseTo(1, within(0.15));
    assertThat(
            Interval.reach(draws.interceptErrors(intercept), 0.9) / Interval.reach(intercepts, 0.9))
        .isCloseTo(1, within(0.15));
  }

  @Test
  void holdsTheTruthAboutAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(12);
    int held = 0;
    for (int sample = 0; sample < 200; sample++) {
      CalibrationLine line = line(200, random);
      double slope = line.slope(new double[] {1, 0}, EXACT).orElseThrow();
      double[] errors = new LineDraws(line, 200, random).slopeErrors(new double[] {slope, 0});
      held += Math.abs(slope - 0.5) <= Interval.reach(errors, 0.95) ? 1 : 0;
    }
    assertThat(held).isBetween(182, 200);
  }

  @Test
  void rowsThatCountTwiceAreWorthFewerRows() {
    CalibrationLine line = line(400, new SplittableRandom(4));
    double[] twice = line.weights().clone();
    for (int i = 0; i < twice.length; i++) {
      twice[i] = i % 2 == 0 ? 3 : 0.2;
    }
    CalibrationLine uneven = new CalibrationLine(line.logits(), line.labels(), twice);
    double[] start = {0.5, 0.3};
    double even =
        Interval.reach(
            new LineDraws(line, REPLICATES, new SplittableRandom(1)).slopeErrors(start), 0.9);
    double less =
        Interval.reach(
            new LineDraws(uneven, REPLICATES, new SplittableRandom(1)).slopeErrors(start), 0.9);
    assertThat(less / even).isBetween(1.1, 1.8);
  }

  @Test
  void hasNoSlopeWhereLogOddsPartTheLabels() {
    double[] logits = {-1, 0, 1, 2};
    double[] ones = {1, 1, 1, 1};
    CalibrationLine parted = new CalibrationLine(logits, new double[] {0, 0, 1, 1}, ones);
    assertThat(parted.slope(new double[] {1, 0}, EXACT)).isEmpty();
    assertThat(parted.intercept(0, EXACT)).isPresent();
    CalibrationLine one = new CalibrationLine(logits, new double[4], ones);
    assertThat(one.intercept(0, EXACT)).isEmpty();
    LineDraws draws = new LineDraws(parted, 20, new SplittableRandom(1));
    for (double error : draws.slopeErrors(new double[] {1, 0})) {
      assertThat(error).isInfinite();
    }
  }
}
