package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds of every calibrator. */
abstract class CalibratorContract {

  abstract Calibrator calibrator();

  /** Whether its maps never fall, whatever the rows. */
  abstract boolean neverFalls();

  @Test
  void staysWithinZeroAndOneAndKeepsOrderWhateverTheRows() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 400; round++) {
      ScoredRows rows = Scored.any(random);
      CalibrationMap map = calibrator().fit(rows);
      double before = -1;
      for (int k = 0; k <= 60; k++) {
        double score = rows.scale() == Scale.PROBABILITY ? k / 60.0 : k - 30;
        double p = map.of(score);
        assertThat(p).as("%s of %s", map, score).isBetween(0.0, 1.0);
        if (neverFalls()) {
          assertThat(p).as("%s of %s", map, score).isGreaterThanOrEqualTo(before - 1e-12);
        }
        before = p;
      }
      assertThat(CalibrationMap.fromJson(map.toJson())).isEqualTo(map);
    }
  }

  @Test
  void weightsCountRows() {
    SplittableRandom random = new SplittableRandom(8);
    ScoredRows rows = Scored.rows(300, 0.6, 0.4, random);
    int[] twice = new int[600];
    double[] weights = new double[300];
    int size = 0;
    for (int i = 0; i < 300; i++) {
      weights[i] = i % 3;
      for (int k = 0; k < i % 3; k++) {
        twice[size++] = i;
      }
    }
    CalibrationMap weighted =
        calibrator().fit(new ScoredRows(rows.scores(), rows.labels(), weights, rows.scale()));
    CalibrationMap repeated = calibrator().fit(rows.select(Arrays.copyOf(twice, size)));
    for (int k = 0; k <= 20; k++) {
      assertThat(weighted.of(k / 20.0)).isCloseTo(repeated.of(k / 20.0), within(1e-9));
    }
  }

  @Test
  void constantScoresGiveOneProbability() {
    double[] scores = new double[40];
    Arrays.fill(scores, 0.3);
    int[] labels = new int[40];
    Arrays.fill(labels, 0, 10, 1);
    CalibrationMap map = calibrator().fit(ScoredRows.of(scores, labels, Scale.PROBABILITY));
    assertThat(map.of(0.3)).isBetween(0.2, 0.3);
  }

  @Test
  void oneClassIsAlmostCertain() {
    SplittableRandom random = new SplittableRandom(9);
    ScoredRows rows = Scored.rows(200, 1, 0, random);
    int[] ones = new int[200];
    Arrays.fill(ones, 1);
    CalibrationMap map = calibrator().fit(ScoredRows.of(rows.scores(), ones, Scale.PROBABILITY));
    assertThat(map.of(0.9)).isGreaterThan(0.9);
  }

  @Test
  void perfectSeparationHasAFiniteMap() {
    double[] scores = {0.1, 0.2, 0.3, 0.7, 0.8, 0.9};
    int[] labels = {0, 0, 0, 1, 1, 1};
    CalibrationMap map = calibrator().fit(ScoredRows.of(scores, labels, Scale.PROBABILITY));
    assertThat(map.of(0.2)).isLessThan(0.35);
    assertThat(map.of(0.8)).isGreaterThan(0.65);
  }
}
