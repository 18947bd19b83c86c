package evenhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.learner.KeyedDraw;
import evenhand.threshold.Acceptance;
import evenhand.threshold.ThresholdRule;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ThresholdStageTest {

  private static final int ROWS = 20_000;
  private static final ThresholdStage STAGE =
      new ThresholdStage(
          List.of(GroupColumn.parse("age:30")),
          new ThresholdRule(
              List.of("age"),
              List.of(
                  new ThresholdRule.Cell(
                      List.of("<30"), new Acceptance(0.2, List.of(new Acceptance.Step(0.5, 0.5)))),
                  new ThresholdRule.Cell(List.of(">=30"), Acceptance.at(0.4))),
              Acceptance.at(0.9)),
          new KeyedDraw(5),
          List.of("age", "score"));

  private static Table people() {
    SplittableRandom random = new SplittableRandom(1);
    return new Table(
        "people.csv",
        List.of(
            new Column.Numeric("age", random.doubles(ROWS, 20, 40).toArray()),
            new Column.Numeric("score", random.doubles(ROWS).toArray())),
        ROWS);
  }

  private static double[] scores(Table table) {
    return table.numeric("score").values();
  }

  @Test
  void drawsKeepTheExpectedRates() {
    Table table = people();
    ThresholdStage.Decided decided = STAGE.decide(table, scores(table));
    assertThat(decided.remarks()).isEmpty();
    for (double chance : new double[] {0.2, 0.7}) {
      double share = 0;
      double rows = 0;
      for (int i = 0; i < ROWS; i++) {
        if (Math.abs(decided.acceptance()[i] - chance) < 1e-12) {
          share += decided.decisions()[i];
          rows++;
        }
      }
      assertThat(rows).isGreaterThan(4000);
      assertThat(share / rows).isCloseTo(chance, within(0.025)); // 4 standard errors
    }
    for (int i = 0; i < ROWS; i++) {
      if (decided.acceptance()[i] == 0 || decided.acceptance()[i] == 1) {
        assertThat(decided.decisions()[i]).isEqualTo((int) decided.acceptance()[i]);
      }
    }
  }

  @Test
  void aRowIsDecidedAlikeWhicheverOthersAreThere() {
    Table table = people();
    int[] all = STAGE.decide(table, scores(table)).decisions();
    Table few = table.select(new int[] {17, 4, 9000});
    assertThat(STAGE.decide(few, scores(few)).decisions())
        .containsExactly(all[17], all[4], all[9000]);
  }

  @Test
  void replacesTheDecisionsOfAModelAndDecidesByCalibratedScores() {
    Table table = people().select(new int[] {0, 1, 2});
    double[] ones = {1, 1, 1};
    Predictions before =
        new Predictions(
            new int[3], new double[3], new double[3], Optional.of(ones), List.of(), List.of());
    Predictions after = STAGE.after(before, table);
    assertThat(after.acceptance()).isEqualTo(STAGE.decide(table, ones).acceptance());
    assertThat(after.scores()).isEqualTo(before.scores());
    assertThat(STAGE.isRandomised()).isTrue();
  }

  @Test
  void jsonReadsBackToAnEqualStage() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode tree = json.readTree(json.writeValueAsString(STAGE.toJson()));
    assertThat(Stage.read("thresholds", tree)).isEqualTo(STAGE);
    ObjectNode spoilt = tree.deepCopy();
    spoilt.put("draw_key", "not hexadecimal");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Stage.read("thresholds", spoilt))
        .withMessage("the thresholds' draw_key is no hexadecimal number");
    ObjectNode other = tree.deepCopy();
    other.putArray("group_columns").add("sex");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Stage.read("thresholds", other))
        .withMessage("thresholds by [age] can't be read from the columns [sex]");
  }

  @Test
  void groupsThatWereNotFittedAreCountedAndDecidedByTheThresholdOfAll() {
    Table table =
        new Table("new.csv", List.of(new Column.Numeric("age", new double[] {25, Double.NaN})), 2);
    ThresholdStage.Decided decided = STAGE.decide(table, new double[] {0.1, 0.95});
    assertThat(decided.acceptance()).containsExactly(0.2, 1);
    assertThat(decided.remarks())
        .containsExactly(
            "new.csv: the thresholds were fitted to no row of age (missing); 1 such row is decided by the one threshold that is best for all");
  }

  @Test
  void aTableWithoutTheGroupColumnIsRefused() {
    Table table = new Table("bare.csv", List.of(new Column.Numeric("x", new double[1])), 1);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> STAGE.decide(table, new double[1]))
        .withMessage(
            "bare.csv has no column age; it has x alone; where another sign separates its fields, say which with --delimiter");
  }

  @Test
  void decisionsAreWrittenInTheLabelsOwnValues() {
    Table table = people().select(new int[] {0, 1});
    Outcome outcome = new Outcome("paid", "yes", "no");
    ThresholdStage.Decided decided =
        new ThresholdStage.Decided(new double[] {0.2, 1}, new int[] {0, 1}, List.of());
    Table written = STAGE.withDecisions(table, outcome, decided);
    assertThat(written.names()).containsExactly("age", "score", "decision", "probability");
    assertThat(
            Arrays.asList(written.column("decision").text(0), written.column("decision").text(1)))
        .containsExactly("no", "yes");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> STAGE.withDecisions(written, outcome, decided))
        .withMessageContaining("has a column decision already");
  }
}
