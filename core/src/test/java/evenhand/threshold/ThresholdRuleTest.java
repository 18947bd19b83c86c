package evenhand.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.parity.Condition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThresholdRuleTest {

  private static final ThresholdRule RULE =
      new ThresholdRule(
          List.of("sex", "race"),
          List.of(
              new ThresholdRule.Cell(List.of("F", "x"), Acceptance.at(0.3)),
              new ThresholdRule.Cell(List.of("M", "x"), Acceptance.at(0.6))),
          Acceptance.at(0.5));

  @Test
  void eachCellHasItsOwnAndOthersAreTold() {
    double[] scores = {0.4, 0.4, 0.55, 0.4};
    List<Groups> groups =
        List.of(
            Groups.of("race", List.of("x", "x", "y", "y")),
            Groups.of("sex", List.of("F", "M", "F", "M")));
    List<String> unknown = new ArrayList<>();
    assertThat(RULE.acceptance(scores, groups, (row, names) -> unknown.add(row + " " + names)))
        .containsExactly(1, 0, 1, 0);
    assertThat(unknown).containsExactly("2 [F, y]", "3 [M, y]");
  }

  @Test
  void aMissingAttributeIsNamed() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () ->
                RULE.acceptance(
                    new double[1], List.of(Groups.of("sex", List.of("F"))), (row, names) -> {}))
        .withMessage("the thresholds are by race, which the rows do not tell");
  }

  @Test
  void sharedThresholdsAskForNothing() {
    ThresholdRule shared = ThresholdRule.shared(Acceptance.at(0.5));
    assertThat(
            shared.acceptance(
                new double[] {0.4, 0.5},
                List.of(),
                (row, names) -> {
                  throw new AssertionError("nobody is unknown");
                }))
        .containsExactly(0, 1);
  }

  @Test
  void jsonReadsBackToAnEqualRule() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    ObjectMapper json = new ObjectMapper();
    for (int sample = 0; sample < 10; sample++) {
      ThresholdSample rows = ThresholdSamples.crossed(random, 200, 3, 1000);
      ThresholdRule rule =
          GroupThresholds.fit(
                  rows,
                  List.of(Condition.parse("equalized_odds<=0.01")),
                  ThresholdOptions.defaults())
              .rule();
      JsonNode tree = json.readTree(json.writeValueAsString(ThresholdRuleJson.tree(rule)));
      assertThat(ThresholdRuleJson.read(tree)).isEqualTo(rule);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{'attributes': ['a'], 'cells': [], 'others': {'always': 0}}",
        "{'attributes': [1], 'cells': [], 'others': {'always': 0, 'steps': []}}",
        "{'attributes': ['a'], 'cells': [{'groups': [], 'always': 0, 'steps': []}], 'others': {'always': 0, 'steps': []}}",
        "{'attributes': [], 'cells': [], 'others': {'always': 2, 'steps': []}}",
        "{'attributes': [], 'cells': [], 'others': {'always': 0, 'steps': [{'threshold': 'NaN', 'probability': 1}]}}",
        "{'attributes': [], 'cells': [], 'others': {'always': 0, 'steps': [{'threshold': 1, 'probability': 0}]}}",
        "{'attributes': [], 'cells': [], 'others': {'always': 0, 'steps': [{'threshold': 1, 'probability': 0.5}, {'threshold': 0, 'probability': 0.5}]}}"
      })
  void whatIsNoRuleIsRefused(String text) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(text.replace('\'', '"'));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> ThresholdRuleJson.read(tree))
        .withMessageContaining("thresholds");
  }
}
