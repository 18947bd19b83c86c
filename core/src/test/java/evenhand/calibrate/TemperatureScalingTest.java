package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TemperatureScalingTest extends CalibratorContract {

  @Override
  Calibrator calibrator() {
    return new TemperatureScaling();
  }

  @Override
  boolean neverFalls() {
    return true;
  }

  /** A temperature can't move what all scores say alike: 0.3 may become at most 0.5. */
  @Override
  @Test
  void constantScoresGiveOneProbability() {
    ScoredRows low =
        ScoredRows.of(new double[] {0.3, 0.3, 0.3, 0.3}, new int[] {1, 0, 0, 0}, Scale.PROBABILITY);
    assertThat(new TemperatureScaling().fit(low).of(0.3)).isCloseTo(0.25, within(1e-9));
    ScoredRows high = ScoredRows.of(new double[] {0.3, 0.3}, new int[] {1, 1}, Scale.PROBABILITY);
    assertThat(new TemperatureScaling().fit(high).of(0.3)).isEqualTo(0.5);
  }

  /** Nor can it move scores across one half. */
  @Override
  @Test
  void oneClassIsAlmostCertain() {
    int[] ones = {1, 1, 1};
    ScoredRows above = ScoredRows.of(new double[] {0.6, 0.7, 0.9}, ones, Scale.PROBABILITY);
    assertThat(new TemperatureScaling().fit(above).of(0.9)).isBetween(0.8, 0.99);
    ScoredRows around = ScoredRows.of(new double[] {0.1, 0.2, 0.9}, ones, Scale.PROBABILITY);
    assertThat(new TemperatureScaling().fit(around))
        .isEqualTo(new TemperatureMap(0, Scale.PROBABILITY));
  }

  @Test
  void scoresThatAreTheWrongWayRoundTellNothing() {
    ScoredRows rows = Scored.rows(500, -1, 0, new SplittableRandom(1));
    assertThat(new TemperatureScaling().fit(rows))
        .isEqualTo(new TemperatureMap(0, Scale.PROBABILITY));
  }

  @Test
  void scoresOfOneHalfStay() {
    ScoredRows rows = ScoredRows.of(new double[] {0, 0}, new int[] {1, 0}, Scale.LOGIT);
    assertThat(new TemperatureScaling().fit(rows)).isEqualTo(new TemperatureMap(1, Scale.LOGIT));
  }

  @Test
  void findsTheTemperatureThatWasThere() {
    ScoredRows rows = Scored.rows(50_000, 0.5, 0, new SplittableRandom(2));
    TemperatureMap map = (TemperatureMap) new TemperatureScaling().fit(rows);
    assertThat(map.inverseTemperature()).isCloseTo(0.5, within(0.02));
  }
}
