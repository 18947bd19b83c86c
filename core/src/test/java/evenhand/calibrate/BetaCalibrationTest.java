package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BetaCalibrationTest extends CalibratorContract {

  @Override
  Calibrator calibrator() {
    return new BetaCalibration();
  }

  @Override
  boolean neverFalls() {
    return true;
  }

  @Test
  void leavesCalibratedScoresAsTheyAre() {
    ScoredRows rows = Scored.rows(50_000, 1, 0, new SplittableRandom(3));
    CalibrationMap map = new BetaCalibration().fit(rows);
    for (double score : new double[] {0.1, 0.3, 0.5, 0.7, 0.9}) {
      assertThat(map.of(score)).isCloseTo(score, within(0.015));
    }
  }
}
