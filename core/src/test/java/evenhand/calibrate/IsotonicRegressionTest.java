package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class IsotonicRegressionTest extends CalibratorContract {

  @Override
  Calibrator calibrator() {
    return new IsotonicRegression();
  }

  @Override
  boolean neverFalls() {
    return true;
  }

  @Test
  void separationIsARampBetweenTheScoresAtTheBorder() {
    CalibrationMap map =
        new IsotonicRegression()
            .fit(
                ScoredRows.of(
                    new double[] {0.1, 0.2, 0.6, 0.9}, new int[] {0, 0, 1, 1}, Scale.PROBABILITY));
    assertThat(map)
        .isEqualTo(new IsotonicMap(new double[] {0.1, 0.2, 0.6, 0.9}, new double[] {0, 0, 1, 1}));
    assertThat(map.of(0.4)).isCloseTo(0.5, within(1e-15));
    assertThat(map.of(0)).isZero();
    assertThat(map.of(1)).isEqualTo(1);
  }

  @Test
  void pooledBlocksKeepTheirEnds() {
    CalibrationMap map =
        new IsotonicRegression()
            .fit(ScoredRows.of(new double[] {-3, -2, -1, 1}, new int[] {0, 1, 0, 1}, Scale.LOGIT));
    assertThat(map)
        .isEqualTo(new IsotonicMap(new double[] {-3, -2, -1, 1}, new double[] {0, 0.5, 0.5, 1}));
  }
}
