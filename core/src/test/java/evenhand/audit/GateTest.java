package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.audit.GateResult.Outcome;
import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GateTest {

  private static final int[] SEX = IntStream.range(0, 210).map(i -> i < 100 ? 0 : 1).toArray();

  /** Selection rates: sex F 0.2 (100 rows), M 0.5 (110); race a 0.3, b 0.4, c too small. */
  private static Audit audit() {
    int[] race = IntStream.range(0, 210).map(i -> i % 100 >= 95 ? 2 : i % 2).toArray();
    double[] decisions = new double[210];
    Arrays.fill(decisions, 0, 20, 1);
    Arrays.fill(decisions, 100, 155, 1);
    int[] labels = IntStream.range(0, 210).map(i -> i / 2 % 2).toArray();
    return Audit.of(
        BinaryOutcomes.of(labels).withDecisions(decisions),
        List.of(
            new Groups("sex", List.of("F", "M"), SEX),
            new Groups("race", List.of("a", "b", "c"), race)),
        AuditOptions.defaults().withReplicates(100));
  }

  @ParameterizedTest
  @CsvSource({
    "demographic_parity>0.1, demographic_parity, BETWEEN_GROUPS, DIFFERENCE, 0.1, ",
    "demographic_parity:to_overall>0.1@sex, demographic_parity, TO_OVERALL, DIFFERENCE, 0.1, sex",
    "demographic_parity@sex&race>0.1, demographic_parity, BETWEEN_GROUPS, DIFFERENCE, 0.1,"
        + " sex&race",
    "demographic_parity:ratio<0.8, demographic_parity, BETWEEN_GROUPS, RATIO, 0.8, ",
    "equalized_odds:to_overall:ratio<0.8, equalized_odds, TO_OVERALL, RATIO, 0.8, ",
    "bounded_group_loss>0.2, bounded_group_loss, WORST_GROUP, DIFFERENCE, 0.2, ",
    "auc > 0.05, auc, BETWEEN_GROUPS, DIFFERENCE, 0.05, ",
    "mse>12.5, mse, BETWEEN_GROUPS, DIFFERENCE, 12.5, ",
    "recall:good credit:to_overall>0.1, recall:good credit, TO_OVERALL, DIFFERENCE, 0.1, ",
    "recall:ratio<0.5, recall, BETWEEN_GROUPS, RATIO, 0.5, "
  })
  void readsWhatItWrites(
      String text,
      String subject,
      Comparison comparison,
      Kind kind,
      double bound,
      String attribute) {
    if (subject.equals("recall")) {
      assertThatExceptionOfType(DataException.class).isThrownBy(() -> Gate.parse(text));
      return;
    }
    Gate gate = Gate.parse(text);
    assertThat(gate)
        .isEqualTo(new Gate(subject, comparison, kind, bound, Optional.ofNullable(attribute)));
    assertThat(Gate.parse(gate.toString())).isEqualTo(gate);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demographic_parity",
        "demographic_parity>",
        "demographic_parity>=0.1",
        "demographic_parity>x",
        "demographic_parity>1e",
        "demographic_parity<0.1",
        "demographic_parity:ratio>0.8",
        "demographic_parity:sideways>0.1",
        "demographic_parity:between_groups:to_overall>0.1",
        "demographic_parity:difference:ratio<0.1",
        "demographic_parity>-0.1",
        "bounded_group_loss:to_overall>0.1",
        "bounded_group_loss:ratio<0.1",
        "no_such_metric>0.1"
      })
  void refusesWhatItCannotRead(String text) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Gate.parse(text))
        .satisfies(e -> assertThat(e.getMessage()).contains(text.replaceAll("[:<>].*", "")));
  }

  private static void assertJudged(String gate, Outcome outcome, String sentence) {
    GateResult result = Gate.parse(gate).judge(audit());
    assertThat(result.sentence()).isEqualTo(sentence);
    assertThat(result.outcome()).isEqualTo(outcome);
  }

  @Test
  void passes() {
    assertJudged(
        "demographic_parity>0.3@sex",
        Outcome.PASSED,
        "demographic_parity of sex is 0.3000, within the 0.3000 allowed.");
    assertJudged(
        "demographic_parity:ratio<0.4@sex",
        Outcome.PASSED,
        "demographic_parity:ratio of sex is 0.4000, within the 0.4000 allowed.");
  }

  @Test
  void isExceeded() {
    assertJudged(
        "demographic_parity>0.29@sex",
        Outcome.EXCEEDED,
        "demographic_parity of sex is 0.3000, above the 0.2900 allowed.");
    assertJudged(
        "selection_rate:ratio<0.8@sex",
        Outcome.EXCEEDED,
        "selection_rate:ratio of sex is 0.4000, below the 0.8000 allowed.");
  }

  @Test
  void isUnknownWhereOnlyASmallGroupCouldExceedIt() {
    assertJudged(
        "demographic_parity>0.5@race",
        Outcome.UNKNOWN,
        "demographic_parity of race can't be judged against 0.5000: insufficient evidence: c: 10"
            + " rows, fewer than 30.");
  }

  @Test
  void isUnknownWhereARateStandsOnFewRows() {
    int[] labels = new int[200];
    Arrays.fill(labels, 0, 40, 1);
    Arrays.fill(labels, 100, 110, 1);
    Audit few =
        Audit.of(
            BinaryOutcomes.of(labels).withDecisions(new double[200]),
            List.of(
                new Groups(
                    "sex", List.of("F", "M"), IntStream.range(0, 200).map(i -> i / 100).toArray())),
            AuditOptions.defaults().withReplicates(100));
    GateResult result = Gate.parse("equal_opportunity>0.1").judge(few);
    assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(result.sentence())
        .isEqualTo(
            "equal_opportunity of sex can't be judged against 0.1000: insufficient evidence: M: 10"
                + " rows have label 1, fewer than 30.");
    assertThat(Gate.parse("demographic_parity>0.1").judge(few).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void isExceededWhereTheSufficientGroupsDoSoAlready() {
    GateResult result = Gate.parse("demographic_parity>0.00001@race").judge(audit());
    assertThat(result.outcome()).isEqualTo(Outcome.EXCEEDED);
    assertThat(result.sentence()).contains("among the groups with enough evidence, above");
  }

  @Test
  void theWorstAttributeDecides() {
    assertThat(Gate.parse("demographic_parity>0.29").judge(audit()).outcome())
        .as("sex exceeds, race is unknown")
        .isEqualTo(Outcome.EXCEEDED);
    assertThat(Gate.parse("demographic_parity>0.9").judge(audit()).outcome())
        .as("sex passes, race is unknown")
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void refusesWhatWasNotAudited() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Gate.parse("demographic_parity>0.1@age").judge(audit()))
        .withMessage(
            "the gate demographic_parity>0.1@age names an attribute that was not audited; audited"
                + " were sex, race");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Gate.parse("auc>0.1").judge(audit()))
        .withMessageStartingWith("the gate auc>0.1 names nothing that was measured; measured were")
        .withMessageContaining("selection_rate");
  }
}
