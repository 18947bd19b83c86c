package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PlattScalingTest extends CalibratorContract {

  @Override
  Calibrator calibrator() {
    return new PlattScaling();
  }

  /** Scores that are the wrong way round are turned around. */
  @Override
  boolean neverFalls() {
    return false;
  }

  /** The optimum of smoothed targets that are all (n + 1)/(n + 2). */
  @Test
  void oneClassIsTheConstantOfLaplace() {
    ScoredRows rows =
        ScoredRows.of(new double[] {0.1, 0.5, 0.9}, new int[] {1, 1, 1}, Scale.PROBABILITY);
    SigmoidMap map = (SigmoidMap) new PlattScaling().fit(rows);
    assertThat(map.slope()).isCloseTo(0, within(1e-9));
    assertThat(map.of(0.2)).isCloseTo(0.8, within(1e-9));
  }
}
