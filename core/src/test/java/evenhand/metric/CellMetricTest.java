package evenhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Agreement with scikit-learn is in the audit's golden test; here are the edges. */
final class CellMetricTest {

  @Test
  void f1IsTheHarmonicMeanOfPrecisionAndRecall() {
    double[] cells = {5, 3, 2, 10};
    double precision = 10.0 / 13;
    double recall = 10.0 / 12;
    assertThat(CellMetric.F1.of(cells).orElseThrow())
        .isCloseTo(2 * precision * recall / (precision + recall), within(1e-12));
  }

  @Test
  void f1IsZeroWithoutHitsAndUndefinedWithoutChances() {
    assertThat(CellMetric.F1.of(new double[] {5, 3, 0, 0})).hasValue(0);
    assertThat(CellMetric.F1.of(new double[] {5, 0, 0, 0})).isEmpty();
  }

  @Test
  void balancedAccuracyNeedsBothLabels() {
    assertThat(CellMetric.BALANCED_ACCURACY.of(new double[] {3, 1, 1, 1})).hasValue(0.625);
    assertThat(CellMetric.BALANCED_ACCURACY.of(new double[] {3, 1, 0, 0})).isEmpty();
    assertThat(CellMetric.BALANCED_ACCURACY.of(new double[] {0, 0, 1, 1})).isEmpty();
  }
}
