package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.audit.AuditOptions;
import evenhand.calibrate.CalibrationOptions.Deployment;
import evenhand.calibrate.CalibrationOptions.Grouping;
import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.learner.Sigmoid;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CalibrationJobTest {

  private static final List<GroupColumn> SEX = List.of(new GroupColumn("sex", List.of()));

  /** Women's scores are too low and men's too high; women's base rate is lower. */
  private static CalibrationSample distorted(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] scores = new double[n];
    int[] labels = new int[n];
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      codes[i] = i % 2;
      double logit = random.nextGaussian() + (codes[i] == 0 ? -0.7 : 0.3);
      labels[i] = random.nextDouble() < Sigmoid.of(logit) ? 1 : 0;
      scores[i] = Sigmoid.of(codes[i] == 0 ? logit - 1 : 1.5 * logit + 0.7);
    }
    return new CalibrationSample(
        ScoredRows.of(scores, labels, Scale.PROBABILITY),
        List.of(new Groups("sex", List.of("F", "M"), codes)));
  }

  private static CalibrationOptions options(Grouping grouping, Deployment deployment) {
    return new CalibrationOptions(
        List.of(CalibrationMethod.BETA),
        grouping,
        deployment,
        Optional.empty(),
        200,
        AuditOptions.defaults().withReplicates(200));
  }

  private static double disparity(Reliability reliability) {
    return reliability.attributes().get(0).calibrationDisparity().value().orElseThrow();
  }

  @Test
  void byGroupEvensOutWhatOneMapCanNot() {
    CalibrationSample fit = distorted(8000, 1);
    CalibrationSample evaluation = distorted(8000, 2);
    Calibrated byGroup =
        new CalibrationJob(options(Grouping.BY_GROUP, Deployment.WITH_GROUPS), SEX)
            .run(fit, evaluation);
    Calibrated everyone =
        new CalibrationJob(options(Grouping.EVERYONE, Deployment.WITH_GROUPS), SEX)
            .run(fit, evaluation);
    for (GroupReliability group : byGroup.evidence().after().attributes().get(0).groups()) {
      assertThat(group.ece().value().orElseThrow()).as(group.name()).isLessThan(0.035);
      assertThat(group.slope().low().orElseThrow()).isLessThan(1.05);
      assertThat(group.slope().value().orElseThrow()).isCloseTo(1, within(0.1));
      assertThat(group.intercept().value().orElseThrow()).isCloseTo(0, within(0.12));
    }
    assertThat(everyone.calibration().needsGroups()).isFalse();
    for (GroupReliability group : everyone.evidence().after().attributes().get(0).groups()) {
      assertThat(group.ece().value().orElseThrow()).as(group.name()).isGreaterThan(0.045);
    }
    assertThat(byGroup.evidence().remarks().get(0))
        .startsWith("Base rates differ between the groups of sex (F 0.")
        .contains("Kleinberg");
  }

  @Test
  void withoutTheGroupsItIsAMapOfTheScoreAloneWithItsCostBeside() {
    Calibrated blind =
        new CalibrationJob(options(Grouping.BY_GROUP, Deployment.WITHOUT_GROUPS), SEX)
            .run(distorted(8000, 1), distorted(8000, 2));
    assertThat(blind.calibration().groupColumns()).isEmpty();
    CalibrationEvidence evidence = blind.evidence();
    assertThat(evidence.withoutGroups()).isEmpty();
    double known =
        evidence
            .withGroups()
            .orElseThrow()
            .attributes()
            .get(0)
            .groups()
            .get(0)
            .ece()
            .value()
            .orElseThrow();
    double unknown =
        evidence.after().attributes().get(0).groups().get(0).ece().value().orElseThrow();
    assertThat(unknown).isGreaterThan(known);
    assertThat(evidence.after().overall().ece().value().orElseThrow()).isLessThan(0.03);
    assertThat(disparity(evidence.after())).isNotNegative();
  }

  @Test
  void refusesToMeasureOnTheRowsFittedToUnlessAsked() {
    CalibrationSample fit = distorted(500, 1);
    CalibrationJob job =
        new CalibrationJob(options(Grouping.EVERYONE, Deployment.WITH_GROUPS), List.of());
    assertThatThrownBy(() -> job.run(fit, fit))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "the rows to measure on are those to fit to, which flatters; give others, or ask for it with --evaluate-on-fit");
    assertThat(job.runOnFitRows(fit).evidence().isOnOtherRows()).isFalse();
  }

  @Test
  void sameSeedSameEvidence() {
    CalibrationJob job =
        new CalibrationJob(options(Grouping.BY_GROUP, Deployment.WITH_GROUPS), SEX);
    Calibrated once = job.run(distorted(1000, 1), distorted(1000, 2));
    Calibrated again = job.run(distorted(1000, 1), distorted(1000, 2));
    assertThat(again.evidence()).isEqualTo(once.evidence());
    assertThat(again.calibration()).isEqualTo(once.calibration());
  }

  @Test
  void aGroupOfOneLabelHasNoSlope() {
    CalibrationSample fit = distorted(1000, 1);
    CalibrationSample drawn = distorted(1000, 2);
    int[] labels = drawn.rows().labels().clone();
    for (int i = 0; i < labels.length; i += 2) {
      labels[i] = 0;
    }
    CalibrationSample evaluation =
        new CalibrationSample(
            ScoredRows.of(drawn.rows().scores(), labels, Scale.PROBABILITY), drawn.groups());
    Calibrated found =
        new CalibrationJob(options(Grouping.EVERYONE, Deployment.WITH_GROUPS), SEX)
            .run(fit, evaluation);
    GroupReliability women = found.evidence().after().attributes().get(0).groups().get(0);
    assertThat(women.slope().value()).isEmpty();
    assertThat(women.slope().reason())
        .contains("insufficient evidence: rows of both labels are needed");
  }

  @Test
  void refusesOptionsThatContradict() {
    assertThatThrownBy(
            () -> new CalibrationJob(options(Grouping.BY_GROUP, Deployment.WITH_GROUPS), List.of()))
        .hasMessage("calibration by group and multicalibration need at least one group column");
    assertThatThrownBy(() -> options(Grouping.EVERYONE, Deployment.WITHOUT_GROUPS))
        .hasMessageContaining("only maps by group can be applied without them");
  }

  /** The slope of labels drawn from σ(0.5 · logit + 1) by σ(logit), and its interval's coverage. */
  @Test
  void slopeAndInterceptCoverTheTruth() {
    SplittableRandom random = new SplittableRandom(5);
    int slopes = 0;
    for (int round = 0; round < 200; round++) {
      ScoredRows rows = Scored.rows(400, 0.5, 0, random);
      Reliability found =
          Reliability.of(
              rows.scores(),
              new CalibrationSample(rows, List.of()),
              AuditOptions.defaults().withReplicates(100));
      boolean inside =
          found.overall().slope().low().orElseThrow() <= 0.5
              && 0.5 <= found.overall().slope().high().orElseThrow();
      slopes += inside ? 1 : 0;
    }
    assertThat(slopes).isBetween(180, 199); // 190 expected, standard error 3
  }

  @Test
  void equalMassBinsHoldATenthEach() {
    ScoredRows rows = Scored.rows(1000, 1, 0, new SplittableRandom(6));
    double[] labels = Arrays.stream(rows.labels()).asDoubleStream().toArray();
    evenhand.metric.CalibrationBins bins =
        evenhand.metric.CalibrationBins.ofEqualMass(
            labels, rows.scores(), rows.weights(), new Groups("a", List.of("x"), new int[1000]));
    assertThat(bins.bins(0)).hasSize(10).allMatch(bin -> bin.weight() == 100);
  }
}
