package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SmoothingTest {

  @Test
  void goesToTheDecisionAsTheTemperatureFalls() {
    for (Smoothing.Curve curve : Smoothing.Curve.values()) {
      Smoothing cold = new Smoothing(curve, 1e-4);

      assertThat(cold.of(-0.01)).isCloseTo(0, within(1e-12));
      assertThat(cold.of(0)).isEqualTo(0.5);
      assertThat(cold.of(0.01)).isCloseTo(1, within(1e-12));
    }
  }

  /** scipy 1.10.1, {@code scipy.stats.norm.cdf(1.5)}. */
  @Test
  void theProbitIsTheNormalDistribution() {
    assertThat(new Smoothing(Smoothing.Curve.PROBIT, 2).of(3))
        .isCloseTo(0.9331927987311419, within(1e-14));
  }

  @Test
  void refusesATemperatureThatIsNotPositive() {
    assertThatThrownBy(() -> new Smoothing(Smoothing.Curve.SIGMOID, 0))
        .hasMessage("a temperature must be positive and finite, was 0.0");
  }
}
