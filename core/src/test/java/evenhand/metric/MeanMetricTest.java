package evenhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class MeanMetricTest {

  /**
   * scikit-learn 1.2.1 clips scores at the 64-bit machine epsilon: {@code log_loss([1, 0], [0.,
   * 0.], labels=[0, 1])} is 18.021826694558577, half of −ln(2⁻⁵²).
   */
  @Test
  void certaintyOnTheWrongSideCostsThirtySixNats() {
    assertThat(MeanMetric.LOG_LOSS.of(1, 0)).isCloseTo(36.04365338911715, within(1e-9));
    assertThat(MeanMetric.LOG_LOSS.of(0, 1)).isCloseTo(36.04365338911715, within(1e-9));
    assertThat(MeanMetric.LOG_LOSS.of(1, 1)).isCloseTo(0, within(1e-15));
    assertThat(MeanMetric.LOG_LOSS.of(0, 0)).isCloseTo(0, within(1e-15));
    assertThat(MeanMetric.LOG_LOSS.of(1, 0.5)).isCloseTo(Math.log(2), within(1e-15));
  }

  @Test
  void eachRowsPart() {
    assertThat(MeanMetric.BRIER.of(1, 0.25)).isEqualTo(0.5625);
    assertThat(MeanMetric.MEAN_SCORE.of(1, 0.25)).isEqualTo(0.25);
    assertThat(MeanMetric.MEAN.of(3, -2)).isEqualTo(-2);
    assertThat(MeanMetric.MAE.of(3, -2)).isEqualTo(5);
    assertThat(MeanMetric.MSE.of(3, -2)).isEqualTo(25);
    assertThat(MeanMetric.MAE.of(new double[] {1, 2}, new double[] {3, 2})).containsExactly(2, 0);
  }

  @Test
  void ranges() {
    assertThat(MeanMetric.BRIER.highest()).isEqualTo(1);
    assertThat(MeanMetric.LOG_LOSS.lowest()).isZero();
    assertThat(MeanMetric.MEAN.lowest()).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
