package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.AuditOptions;
import evenhand.calibrate.AttributeReliability;
import evenhand.calibrate.Calibrated;
import evenhand.calibrate.CalibrationEvidence;
import evenhand.calibrate.CalibrationJob;
import evenhand.calibrate.CalibrationMethod;
import evenhand.calibrate.CalibrationOptions;
import evenhand.calibrate.CalibrationSample;
import evenhand.calibrate.GroupReliability;
import evenhand.calibrate.Reliability;
import evenhand.calibrate.Scale;
import evenhand.calibrate.ScoredRows;
import evenhand.data.DataFolder;
import evenhand.data.Encoding;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Split;
import evenhand.data.Table;
import evenhand.learner.Scorer;
import evenhand.learner.Sigmoid;
import evenhand.learners.Learners;
import evenhand.tables.Catalogue;
import evenhand.tables.DataFolders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The targets of the course on real data: scores of boosted trees that were distorted by group,
 * calibrated by group on held-out rows, have an expected calibration error under 0.05 in every
 * group of sex and race with enough rows, and a calibration disparity under 0.02 for sex, on test
 * rows.
 */
final class AdultCalibrationTest {

  private static final List<String> FEATURES =
      List.of(
          "age",
          "workclass",
          "education-num",
          "marital-status",
          "occupation",
          "capital-gain",
          "capital-loss",
          "hours-per-week");

  private static final List<GroupColumn> COLUMNS =
      List.of(GroupColumn.parse("race"), GroupColumn.parse("sex"));

  /** A tenth of the rows of a group this large errs by about 0.05 at most, by chance alone. */
  private static final int ENOUGH_ROWS = 400;

  @Test
  void distortedScoresMeetTheTargetsOnTestRows() {
    Catalogue catalogue =
        new Catalogue(DataFolders.of(Map.of(DataFolders.VARIABLE, DataFolder.needed().toString())));
    Table table = catalogue.read("adult");
    Outcome outcome = Outcome.of(table, "income", ">50K");
    Split split =
        Split.stratified(
            outcome.read(table), COLUMNS.stream().map(each -> each.of(table)).toList(), 0.5, 1);
    Table training = table.select(split.training());
    Encoding encoding = Encoding.fit(training, FEATURES);
    double[] ones = new double[training.rows()];
    Arrays.fill(ones, 1);
    Scorer scorer =
        Learners.named("xgboost", Map.of("num_round", "60"))
            .on(encoding.encode(training).matrix(), 1)
            .fit(outcome.read(training), ones);

    CalibrationSample fit = sample(table.select(split.heldOut()), encoding, scorer, outcome);
    CalibrationSample test = sample(catalogue.read("adult:test"), encoding, scorer, outcome);
    CalibrationEvidence evidence = calibrated(fit, test).evidence();

    assertThat(worst(evidence.before())).isGreaterThan(0.1);
    assertThat(worst(evidence.after())).isLessThan(0.05);
    assertThat(sexDisparity(evidence.before())).isGreaterThan(0.1);
    assertThat(sexDisparity(evidence.after())).isLessThan(0.02);
    assertThat(sexDisparity(evidence.withoutGroups().orElseThrow()))
        .isGreaterThan(sexDisparity(evidence.after()));
  }

  private static Calibrated calibrated(CalibrationSample fit, CalibrationSample test) {
    CalibrationOptions options =
        new CalibrationOptions(
            CalibrationMethod.named(CalibrationMethod.AUTO),
            CalibrationOptions.Grouping.BY_GROUP,
            CalibrationOptions.Deployment.WITH_GROUPS,
            Optional.empty(),
            200,
            AuditOptions.defaults().withReplicates(100).withMinRows(ENOUGH_ROWS));
    return new CalibrationJob(options, COLUMNS).run(fit, test);
  }

  /** Scores too low for women and too extreme for men, and off for Black people besides. */
  private static CalibrationSample sample(
      Table table, Encoding encoding, Scorer scorer, Outcome outcome) {
    List<Groups> groups = COLUMNS.stream().map(column -> column.of(table)).toList();
    double[] scores = scorer.score(encoding.encode(table).matrix());
    for (int i = 0; i < scores.length; i++) {
      double logit = Scale.PROBABILITY.logit(scores[i]);
      boolean woman = name(groups.get(1), i).equals("Female");
      boolean black = name(groups.get(0), i).equals("Black");
      scores[i] = Sigmoid.of((woman ? 0.6 * logit + 0.9 : 1.8 * logit - 0.5) + (black ? 0.8 : 0));
    }
    return new CalibrationSample(
        ScoredRows.of(scores, outcome.read(table), Scale.PROBABILITY), groups);
  }

  private static String name(Groups groups, int row) {
    return groups.names().get(groups.codes()[row]);
  }

  /** The largest ECE of a group of race or of sex with enough rows. */
  private static double worst(Reliability reliability) {
    double worst = 0;
    for (AttributeReliability attribute : reliability.attributes().subList(0, 2)) {
      for (GroupReliability group : attribute.groups()) {
        worst = Math.max(worst, group.ece().value().orElse(0));
      }
    }
    return worst;
  }

  private static double sexDisparity(Reliability reliability) {
    return reliability.attributes().get(1).calibrationDisparity().value().orElseThrow();
  }
}
