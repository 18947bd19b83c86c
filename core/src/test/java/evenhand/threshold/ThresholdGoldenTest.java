package evenhand.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.GoldenTables;
import evenhand.parity.Condition;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against fairlearn 0.14's {@code ThresholdOptimizer} on the scores of {@code people.csv}: {@code
 * golden/thresholds.json}, made by {@code golden/make_thresholds.py}, whose first lines say how. It
 * searches a grid of 1,000 rates; nothing it finds is better than the optimum. Its balanced
 * accuracy is a mean of the groups' own; compared is that of all rows.
 */
final class ThresholdGoldenTest {

  static Stream<JsonNode> cases() {
    return StreamSupport.stream(
        GoldenTables.json("thresholds.json").path("cases").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsOrBeatsFairlearnAtItsOwnGap(JsonNode known) {
    String attribute = known.path("attribute").asText();
    ThresholdSample rows =
        ThresholdSample.of(
            GoldenTables.numbers("people.csv", "score"),
            GoldenTables.whole("people.csv", "label"),
            List.of(GoldenTables.groups("people.csv", attribute)));
    boolean balanced = known.path("objective").asText().startsWith("balanced");
    Objective objective = balanced ? Objective.Named.BALANCED_ACCURACY : Objective.Named.ACCURACY;
    double gap = known.path("gap").asDouble();
    Condition requirement =
        Condition.parse(known.path("parity").asText() + "<=" + Math.min(1, gap + 1e-12));
    GroupThresholds fitted =
        GroupThresholds.fit(
            rows, List.of(requirement), ThresholdOptions.defaults().withObjective(objective));
    assertThat(fitted.expected())
        .isGreaterThanOrEqualTo(known.path(objective.id()).asDouble() - 1e-9);
    assertThat(fitted.requirements().get(0).value().orElseThrow()).isLessThanOrEqualTo(gap + 1e-9);
    if (!balanced && known.path("tol").isNull() && isOnGrid(known)) {
      assertThat(fitted.expected()).isCloseTo(known.path("accuracy").asDouble(), within(2e-3));
    }
  }

  /** Where the grid is fine enough, both find the same optimum. */
  private static boolean isOnGrid(JsonNode known) {
    return known.path("attribute").asText().equals("sex");
  }
}
