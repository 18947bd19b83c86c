package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.GoldenTables;
import evenhand.data.Groups;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import evenhand.parity.Parity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against scikit-learn and fairlearn; origin in {@link GoldenTables}. */
final class AuditGoldenTest {

  private static final double EXACT = 1e-9;
  private static final AuditOptions OPTIONS = AuditOptions.defaults().withMinRows(1);

  private static Audit people(String block) {
    BinaryOutcomes outcomes =
        BinaryOutcomes.of(GoldenTables.whole("people.csv", "label"))
            .withDecisions(GoldenTables.numbers("people.csv", "prediction"))
            .withScores(GoldenTables.numbers("people.csv", "score"));
    Groups sex = GoldenTables.groups("people.csv", "sex");
    Groups race = GoldenTables.groups("people.csv", "race");
    return Audit.of(
        block.equals("weighted")
            ? outcomes.withWeights(GoldenTables.numbers("people.csv", "weight"))
            : outcomes,
        List.of(sex, race, Groups.cross(List.of(sex, race))),
        OPTIONS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unweighted", "weighted"})
  void everyMetricOfEveryGroupAgreesWithScikitLearn(String block) {
    Audit audit = people(block);
    JsonNode golden = GoldenTables.json("metrics.json").get(block);
    for (AttributeAudit attribute : audit.attributes()) {
      JsonNode groups = golden.get("by").get(attribute.name()).get("groups");
      assertThat(attribute.groups())
          .extracting(GroupAudit::name)
          .containsExactlyElementsOf(GoldenTables.fields(groups));
      for (GroupAudit group : attribute.groups()) {
        assertSameMetrics(group, groups.get(group.name()));
      }
      assertSameMetrics(attribute.overall(), golden.get("overall"));
    }
  }

  private static void assertSameMetrics(GroupAudit group, JsonNode golden) {
    assertThat(group.rows()).isEqualTo(golden.get("rows").asLong());
    assertThat(group.metrics()).hasSize(golden.size() - 1);
    for (Map.Entry<String, Measurement> metric : group.metrics().entrySet()) {
      assertSame(
          group.name() + " " + metric.getKey(),
          metric.getValue().value(),
          golden.get(metric.getKey()));
    }
  }

  private static void assertSame(String what, OptionalDouble value, JsonNode golden) {
    assertThat(golden).as(what).isNotNull();
    if (golden.isNull()) {
      assertThat(value).as(what).isEmpty();
    } else {
      assertThat(value.orElseThrow()).as(what).isCloseTo(golden.asDouble(), within(EXACT));
    }
  }

  /** fairlearn skips groups whose metric is undefined; so does {@code amongSufficient}. */
  @ParameterizedTest
  @ValueSource(strings = {"unweighted", "weighted"})
  void everyDisparityAgreesWithFairlearn(String block) {
    Audit audit = people(block);
    JsonNode golden = GoldenTables.json("metrics.json").get(block).get("by");
    int compared = 0;
    for (AttributeAudit attribute : audit.attributes()) {
      for (Disparity disparity : attribute.disparities()) {
        JsonNode expected =
            golden
                .get(attribute.name())
                .get(disparity.kind().id())
                .get(disparity.comparison().id())
                .get(disparity.metric());
        String what = attribute.name() + " " + disparity;
        assertSame(what, disparity.amongSufficient(), expected);
        if (disparity.value().isPresent()) {
          assertThat(disparity.value()).as(what).isEqualTo(disparity.amongSufficient());
        } else {
          assertThat(disparity.reason().orElseThrow()).as(what).startsWith("insufficient evidence");
        }
        compared++;
      }
    }
    assertThat(compared).isEqualTo(3 * 16 * 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unweighted", "weighted"})
  void parityFunctionsAgreeWithFairlearn(String block) {
    Audit audit = people(block);
    JsonNode golden = GoldenTables.json("metrics.json").get(block).get("by");
    int compared = 0;
    for (String attribute : List.of("sex", "race")) {
      JsonNode functions = golden.get(attribute).get("fairlearn_functions");
      for (String function : GoldenTables.fields(functions)) {
        int cut = function.lastIndexOf('_');
        String parity = function.substring(0, cut);
        Kind kind = Kind.valueOf(function.substring(cut + 1).toUpperCase(Locale.ROOT));
        for (Comparison comparison : List.of(Comparison.BETWEEN_GROUPS, Comparison.TO_OVERALL)) {
          OptionalDouble value =
              parity(audit.attribute(attribute), parity, comparison, kind).value();
          assertSame(
              attribute + " " + function, value, functions.get(function).get(comparison.id()));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(24);
  }

  private static ParityMeasurement parity(
      AttributeAudit audit, String id, Comparison comparison, Kind kind) {
    return audit.parities().stream()
        .filter(one -> one.parity() == Parity.named(id))
        .filter(one -> one.comparison() == comparison && one.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void severalClassesAgreeWithScikitLearnAndFairlearn() {
    ClassOutcomes outcomes =
        ClassOutcomes.of(
            List.of("0", "1", "2"),
            GoldenTables.whole("multiclass.csv", "label"),
            GoldenTables.whole("multiclass.csv", "prediction"));
    AttributeAudit audit =
        Audit.of(outcomes, List.of(GoldenTables.groups("multiclass.csv", "group")), OPTIONS)
            .attribute("group");
    assertAgrees(audit, GoldenTables.json("multiclass.json"), 6);
  }

  @Test
  void numbersAgreeWithScikitLearnAndFairlearn() {
    NumericOutcomes outcomes =
        NumericOutcomes.of(
            GoldenTables.numbers("regression.csv", "label"),
            GoldenTables.numbers("regression.csv", "prediction"));
    AttributeAudit audit =
        Audit.of(outcomes, List.of(GoldenTables.groups("regression.csv", "group")), OPTIONS)
            .attribute("group");
    assertAgrees(audit, GoldenTables.json("regression.json"), 3);
  }

  private static void assertAgrees(AttributeAudit audit, JsonNode golden, int metrics) {
    assertThat(audit.overall().metrics()).hasSize(metrics);
    for (Map.Entry<String, Measurement> metric : audit.overall().metrics().entrySet()) {
      String theirs = metric.getKey().replace(':', '_');
      assertSame(theirs, metric.getValue().value(), golden.get("overall").get(theirs));
      for (GroupAudit group : audit.groups()) {
        assertSame(
            group.name() + " " + theirs,
            group.metrics().get(metric.getKey()).value(),
            golden.get("groups").get(group.name()).get(theirs));
      }
    }
    for (Disparity disparity : audit.disparities()) {
      assertSame(
          disparity.toString(),
          disparity.amongSufficient(),
          golden
              .get(disparity.kind().id())
              .get(disparity.comparison().id())
              .get(disparity.metric().replace(':', '_')));
    }
  }
}
