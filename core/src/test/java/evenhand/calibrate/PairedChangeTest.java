package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.audit.AuditOptions;
import evenhand.calibrate.CalibrationChange.Verdict;
import evenhand.data.Groups;
import evenhand.learner.Sigmoid;
import evenhand.metric.MeanMetric;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PairedChangeTest {

  private static final AuditOptions OPTIONS =
      AuditOptions.defaults().withReplicates(500).withSeed(3);

  private static double[] moved(double[] scores, double slope, double intercept) {
    return Arrays.stream(scores)
        .map(score -> Sigmoid.of(slope * Scale.PROBABILITY.logit(score) + intercept))
        .toArray();
  }

  private static CalibrationChange change(ScoredRows rows, double[] after, Groups... groups) {
    return PairedChange.of(
        rows.probabilities(), after, new CalibrationSample(rows, List.of(groups)), OPTIONS);
  }

  @Test
  void numbersAreThoseOfTheReliability() {
    SplittableRandom random = new SplittableRandom(1);
    ScoredRows rows = Scored.rows(900, 0.6, 0.3, random);
    Groups sex = Scored.groups("sex", 900, List.of("f", "m"), random);
    Groups race = Scored.groups("race", 900, List.of("a", "b", "c"), random);
    CalibrationSample sample = new CalibrationSample(rows, List.of(sex, race));
    double[] after = moved(rows.scores(), 0.6, 0.3);

    CalibrationChange change = PairedChange.of(rows.probabilities(), after, sample, OPTIONS);

    Reliability before = Reliability.of(rows.probabilities(), sample, OPTIONS);
    Reliability later = Reliability.of(after, sample, OPTIONS);
    assertThat(change.ece().before())
        .isCloseTo(before.overall().ece().value().orElseThrow(), within(1e-12));
    assertThat(change.ece().after())
        .isCloseTo(later.overall().ece().value().orElseThrow(), within(1e-12));
    assertThat(change.disparities())
        .extracting(CalibrationChange.Disparity::attribute)
        .containsExactly("sex", "race", "sex&race");
    for (int a = 0; a < 3; a++) {
      assertThat(change.disparities().get(a).change().after())
          .isCloseTo(
              later.attributes().get(a).calibrationDisparity().value().orElseThrow(),
              within(1e-12));
    }
  }

  @Test
  void scoresAsTheyCameAreUnchangedForCertain() {
    ScoredRows rows = Scored.rows(300, 1, 0, new SplittableRandom(2));

    CalibrationChange change = change(rows, rows.probabilities());

    assertThat(change.verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(change.ece().low()).isZero();
    assertThat(change.logLoss().high()).isZero();
  }

  @Test
  void helpAndHarmBeyondChanceAreTold() {
    SplittableRandom random = new SplittableRandom(3);
    ScoredRows wrong = Scored.rows(2000, 0.4, 0.5, random);
    assertThat(change(wrong, moved(wrong.scores(), 0.4, 0.5)).verdict()).isEqualTo(Verdict.BETTER);
    ScoredRows right = Scored.rows(2000, 1, 0, random);
    assertThat(change(right, moved(right.scores(), 2, 0)).verdict()).isEqualTo(Verdict.WORSE);
    assertThat(change(right, moved(right.scores(), 1.01, 0)).verdict())
        .isEqualTo(Verdict.NO_BETTER);
  }

  @Test
  void aGroupThatIsMadeWorseWidensTheDisparity() {
    SplittableRandom random = new SplittableRandom(4);
    ScoredRows rows = Scored.rows(4000, 1, 0, random);
    Groups groups = Scored.groups("group", 4000, List.of("a", "b"), random);
    double[] after = rows.probabilities();
    double[] off = moved(rows.scores(), 1, 1);
    for (int i = 0; i < after.length; i++) {
      after[i] = groups.codes()[i] == 0 ? off[i] : after[i];
    }

    Change disparity = change(rows, after, groups).disparities().get(0).change();

    assertThat(disparity.isSurelyMore()).isTrue();
    assertThat(disparity.value()).isGreaterThan(0.08);
  }

  /** The cells' normal draws are as wide as rows drawn anew with replacement. */
  @Test
  void intervalsAreThoseOfRowsDrawnAnew() {
    SplittableRandom random = new SplittableRandom(5);
    ScoredRows rows = Scored.rows(1500, 0.8, 0.2, random);
    double[] before = rows.probabilities();
    double[] after = moved(rows.scores(), 0.7, 0);
    double[] difference =
        IntStream.range(0, 1500)
            .mapToDouble(
                i ->
                    MeanMetric.LOG_LOSS.of(rows.labels()[i], after[i])
                        - MeanMetric.LOG_LOSS.of(rows.labels()[i], before[i]))
            .toArray();
    double mean = Arrays.stream(difference).average().orElseThrow();
    double error =
        Math.sqrt(Arrays.stream(difference).map(d -> (d - mean) * (d - mean)).sum()) / 1500;

    Change logLoss = change(rows, after).logLoss();

    assertThat(logLoss.value()).isCloseTo(mean, within(1e-12));
    assertThat((logLoss.high() - logLoss.low()) / 2).isBetween(1.75 * error, 2.2 * error);
  }

  /** A change that is chance alone is told as such in about 95 of 100 samples or more. */
  @Test
  void chanceIsSeldomTakenForAChange() {
    SplittableRandom random = new SplittableRandom(6);
    int found = 0;
    for (int sample = 0; sample < 60; sample++) {
      ScoredRows rows = Scored.rows(600, 1, 0, random);
      double[] before = moved(rows.scores(), 1, 0.1);
      double[] after = moved(rows.scores(), 1, -0.1);
      CalibrationChange change =
          PairedChange.of(before, after, new CalibrationSample(rows, List.of()), OPTIONS);
      found += change.verdict() == Verdict.NO_BETTER ? 0 : 1;
    }
    assertThat(found).isLessThanOrEqualTo(9);
  }
}
