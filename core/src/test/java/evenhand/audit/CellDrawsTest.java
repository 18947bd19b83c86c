package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.metric.Statistic;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CellDrawsTest {

  private static final int REPLICATES = 4000;

  private static Replicates draw(double[][] cells, double[][] squares, Statistic statistic) {
    CellTable table = new CellTable(new long[cells.length], cells, squares);
    return new CellDraws(table, REPLICATES, new SplittableRandom(1))
        .of(CellReading.of(statistic).value());
  }

  private static double deviation(double[] errors) {
    double mean = Arrays.stream(errors).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(errors).map(e -> (e - mean) * (e - mean)).average().orElseThrow());
  }

  /** √(p(1 − p) / n), of 500 rows; 4000 replicates show it to about 1 %. */
  @Test
  void ratesErrAsBinomialsDo() {
    double[][] cells = {{200, 100, 80, 120}, {50, 60, 70, 320}};
    Replicates drawn = draw(cells, cells, Statistic.SELECTION_RATE);
    double expected = Math.sqrt(0.44 * 0.56 / 500);
    assertThat(deviation(drawn.differences().groups()[0]))
        .isCloseTo(expected, within(0.05 * expected));
    double relative = expected / 0.44;
    assertThat(deviation(drawn.logarithms().groups()[0]))
        .isCloseTo(relative, within(0.05 * relative));
    assertThat(drawn.centres()[0]).isCloseTo(0.44, within(0.001));
  }

  /** Both groups have 500 rows, so all rows together err by the mean of their errors. */
  @Test
  void allRowsErrWithTheirGroups() {
    double[][] cells = {{200, 100, 80, 120}, {50, 60, 70, 320}};
    Replicates drawn = draw(cells, cells, Statistic.ACCURACY);
    for (int r = 0; r < 100; r++) {
      double mean = (drawn.differences().groups()[0][r] + drawn.differences().groups()[1][r]) / 2;
      assertThat(drawn.differences().overall()[r]).isCloseTo(mean, within(1e-12));
    }
  }

  @Test
  void weightsAreWorthFewerRows() {
    double[][] cells = {{200, 100, 80, 120}};
    double[][] squares = {{800, 400, 320, 480}};
    Replicates weighted = draw(cells, squares, Statistic.SELECTION_RATE);
    double expected = Math.sqrt(0.44 * 0.56 / (500 * 500 / 2000.0));
    assertThat(deviation(weighted.differences().groups()[0]))
        .isCloseTo(expected, within(0.05 * expected));
  }

  @Test
  void aRateOfZeroIsNotCertain() {
    double[][] cells = {{30, 0, 30, 0}};
    Replicates drawn = draw(cells, cells, Statistic.SELECTION_RATE);
    assertThat(deviation(drawn.differences().groups()[0])).isBetween(0.005, 0.03);
  }

  /** A group without rows, or without a label, does not err where it shows nothing. */
  @Test
  void whatDoesNotOccurStaysAway() {
    double[][] cells = {{0, 0, 0, 0}, {30, 10, 0, 0}};
    Replicates drawn = draw(cells, cells, Statistic.TRUE_POSITIVE_RATE);
    assertThat(drawn.differences().groups()[0]).containsOnly(0);
    assertThat(drawn.differences().groups()[1]).containsOnly(0);
    assertThat(drawn.differences().overall()).containsOnly(0);
  }
}
