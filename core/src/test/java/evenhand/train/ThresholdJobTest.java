package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Outcome;
import evenhand.data.Split;
import evenhand.data.Table;
import evenhand.parity.Condition;
import evenhand.parity.Verdict;
import evenhand.threshold.ThresholdOptions;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ThresholdJobTest {

  private static final int ROWS = 3000;

  /** Scores, labels, two groups of which the second has higher scores, and a small third. */
  private static Table table(long seed, int smallest) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] scores = new double[ROWS];
    int[] labels = new int[ROWS];
    int[] groups = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      groups[i] = i < smallest ? 2 : random.nextInt(2);
      scores[i] = random.nextDouble() * (groups[i] == 1 ? 1 : 0.8);
      labels[i] = i < 2 ? i : random.nextDouble() < scores[i] ? 1 : 0;
    }
    return new Table(
        "scored.csv",
        List.of(
            new Column.Numeric("score", scores),
            new Column.Categorical("paid", List.of("no", "yes"), labels),
            new Column.Categorical("g", List.of("a", "b", "c"), groups)),
        ROWS);
  }

  private static ThresholdJob job(Table table, Optional<Table> test, String... requirements) {
    TrainingOptions options =
        new TrainingOptions(0.25, TrainingOptions.Decisions.MIXTURE, 100, 30, 4);
    return new ThresholdJob(
        ScoredTable.of(table, "score"),
        test.map(rows -> ScoredTable.of(rows, "score")),
        new ThresholdJob.Columns(
            new Outcome("paid", "yes", "no"),
            List.of(GroupColumn.parse("g")),
            Optional.empty(),
            List.of("score", "g")),
        List.of(requirements).stream().map(Condition::parse).toList(),
        ThresholdOptions.defaults(),
        options);
  }

  @Test
  void measuresEveryPartAsItDecides() {
    Table table = table(1, 0);
    Table test = table(2, 0);
    Thresholded found =
        job(table, Optional.of(test), "demographic_parity<=0.02", "true_positive_rate>=0.5")
            .run(ProgressListener.NONE);
    ThresholdEvidence evidence = found.evidence();
    assertThat(found.verdict()).isEqualTo(Verdict.MET);
    assertThat(evidence.parts())
        .extracting(PartEvidence::part)
        .containsExactly(Part.TRAINING, Part.VALIDATION, Part.TEST);
    assertThat(evidence.parts()).extracting(PartEvidence::rows).containsExactly(2250L, 750L, 3000L);
    assertThat(evidence.requirements()).hasSize(6);
    int[] decisions = found.stage().decide(test, test.numeric("score").values()).decisions();
    int[] labels = new Outcome("paid", "yes", "no").read(test);
    double right = 0;
    for (int i = 0; i < ROWS; i++) {
      right += decisions[i] == labels[i] ? 1 : 0;
    }
    assertThat(evidence.objectives().get(2).decisions().orElseThrow())
        .isCloseTo(right / ROWS, within(1e-12));
    assertThat(evidence.objectives().get(0).expected().orElseThrow())
        .isCloseTo(evidence.fitted().expected(), within(1e-9));
    ConditionEvidence training = evidence.requirements().get(0);
    assertThat(training.expected().orElseThrow()).isCloseTo(0.02, within(1e-9));
    assertThat(training.plain().orElseThrow()).isGreaterThan(0.05);
    assertThat(training.verdict()).isEqualTo(Verdict.MET); // the key is chosen so
  }

  @Test
  void theSameJobGivesTheSameEvidence() {
    Table table = table(3, 0);
    Thresholded first =
        job(table, Optional.empty(), "equalized_odds<=0.01").run(ProgressListener.NONE);
    Thresholded again =
        job(table, Optional.empty(), "equalized_odds<=0.01").run(ProgressListener.NONE);
    assertThat(again.stage()).isEqualTo(first.stage());
    assertThat(again.evidence()).isEqualTo(first.evidence());
  }

  @Test
  void heldOutRowsAreNeverFitted() {
    Table table = table(5, 0);
    int[] labels = new Outcome("paid", "yes", "no").read(table);
    Split split = Split.stratified(labels, List.of(GroupColumn.parse("g").of(table)), 0.25, 4);
    double[] spoilt = table.numeric("score").values().clone();
    for (int row : split.heldOut()) {
      spoilt[row] = 1 - spoilt[row];
    }
    Table other =
        new Table(
            table.origin(),
            List.of(new Column.Numeric("score", spoilt), table.column("paid"), table.column("g")),
            ROWS);
    assertThat(
            job(other, Optional.empty(), "demographic_parity<=0")
                .run(ProgressListener.NONE)
                .stage()
                .rule())
        .isEqualTo(
            job(table, Optional.empty(), "demographic_parity<=0")
                .run(ProgressListener.NONE)
                .stage()
                .rule());
  }

  @Test
  void warnsOfSmallGroupsAndOfRequirementsTighterThanTheEvidence() {
    Thresholded found =
        job(table(6, 20), Optional.empty(), "demographic_parity<=0.001").run(ProgressListener.NONE);
    assertThat(found.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(found.evidence().warnings())
        .anySatisfy(warning -> assertThat(warning).contains("tighter than this evidence can show"))
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .matches("c: its thresholds rest on 1[0-9] rows, fewer than 30"));
  }

  @Test
  void aMissingScoreIsNamedByItsRow() {
    Table table =
        new Table(
            "scored.csv", List.of(new Column.Numeric("score", new double[] {1, Double.NaN})), 2);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> ScoredTable.of(table, "score"))
        .withMessage("scored.csv, row 2, column score: the score is missing; every row needs one");
  }
}
