package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AuditJsonTest {

  private static final Audit ADULT = AdultEvidence.audit(1, 0, "Female", "Male");

  /** One group of 4 rows without a positive label beside one of 100. */
  private static final Audit THIN =
      Audits.of(
          Audits.attribute(
              "sex", List.of(new Cells("a", 3, 1, 0, 0), new Cells("b", 50, 10, 10, 30))));

  @Test
  void hasTheDocumentedShape() {
    JsonNode tree = AuditJson.tree(Audits.report(ADULT, "adult.csv"));
    assertThat(names(tree))
        .containsExactly(
            "schema",
            "rows",
            "confidence",
            "min_rows",
            "notes",
            "attributes",
            "subject",
            "gates",
            "definitions");
    assertThat(tree.get("schema").asText()).isEqualTo("evenhand.audit/1");
    JsonNode sex = tree.get("attributes").get(0);
    assertThat(names(sex))
        .containsExactly(
            "name",
            "groups",
            "overall",
            "disparities",
            "parities",
            "pairs",
            "four_fifths",
            "impact_ratios");
    assertThat(names(sex.get("groups").get(0))).containsExactly("name", "rows", "metrics");
    assertThat(names(sex.get("groups").get(0).get("metrics").get("selection_rate")))
        .containsExactly("value", "low", "high", "hits", "trials", "reason");
    assertThat(names(sex.get("disparities").get(0)))
        .startsWith("metric", "comparison", "kind", "value", "low", "high", "worst")
        .endsWith("reason");
    assertThat(names(sex.get("parities").get(0)))
        .contains("name", "definition", "comparison", "kind", "value", "low", "high", "reason");
  }

  @Test
  void countsAreIntegersAndRatesAreExact() {
    JsonNode female =
        AuditJson.tree(Audits.report(ADULT, "adult.csv"))
            .at("/attributes/0/groups/0/metrics")
            .get("selection_rate");
    assertThat(female.get("hits").isIntegralNumber()).isTrue();
    assertThat(female.get("trials").asLong()).isEqualTo(5421);
    double exact = female.get("hits").asDouble() / 5421;
    assertThat(female.get("value").asDouble()).isEqualTo(exact);
  }

  @Test
  void fractionalCountsOfWeightedRowsStayFractions() {
    Audit weighted =
        Audits.of(
            Audits.attribute(
                "g", List.of(new Cells("a", 40.5, 30, 30, 30.25), new Cells("b", 40, 30, 30, 30))));
    JsonNode rate =
        AuditJson.tree(Audits.report(weighted, "w.csv"))
            .at("/attributes/0/groups/0/metrics/accuracy");
    assertThat(rate.get("hits").asDouble()).isEqualTo(70.75);
  }

  @Test
  void undefinedIsNullWithAReason() {
    JsonNode attribute = AuditJson.tree(Audits.report(THIN, "thin.csv")).at("/attributes/0");
    JsonNode rate = attribute.at("/groups/0/metrics/true_positive_rate");
    assertThat(rate.get("value").isNull()).isTrue();
    assertThat(rate.get("low").isNull()).isTrue();
    assertThat(rate.get("trials").asInt()).isZero();
    assertThat(rate.get("reason").asText()).contains("insufficient evidence");
    JsonNode parity = attribute.at("/parities/0");
    assertThat(parity.get("value").isNull()).isTrue();
    assertThat(parity.get("reason").asText()).contains("insufficient evidence for a");
    JsonNode rule = attribute.get("four_fifths");
    assertThat(rule.get("ratio").isNull()).isTrue();
    assertThat(rule.get("met").isNull()).isTrue();
  }

  @Test
  void withoutDecisionsTheFourFifthsRuleIsNull() {
    AttributeAudit full = THIN.attributes().get(0);
    AttributeAudit without =
        new AttributeAudit(
            "sex",
            full.groups(),
            full.overall(),
            full.disparities(),
            full.parities(),
            full.pairs(),
            Optional.empty(),
            Optional.empty());
    assertThat(
            AuditJson.tree(Audits.report(Audits.of(without), "w.csv"))
                .at("/attributes/0/four_fifths")
                .isNull())
        .isTrue();
  }

  @Test
  void definesEveryMetricAndParityThatOccurs() {
    JsonNode definitions = AuditJson.tree(Audits.report(ADULT, "adult.csv")).get("definitions");
    JsonNode sex = AuditJson.tree(Audits.report(ADULT, "adult.csv")).at("/attributes/0");
    assertThat(names(definitions.get("metrics")))
        .containsExactlyElementsOf(names(sex.at("/overall/metrics")));
    assertThat(definitions.at("/metrics/true_positive_rate").asText()).isEqualTo("P(ŷ=1 | y=1)");
    sex.get("parities")
        .forEach(
            parity ->
                assertThat(definitions.get("parities").get(parity.get("name").asText()))
                    .isEqualTo(parity.get("definition")));
  }

  @Test
  void readsBackToTheSameTree() throws Exception {
    JsonNode tree = AuditJson.tree(Audits.report(ADULT, "adult.csv"));
    String text = Json.text(tree);
    assertThat(new ObjectMapper().readTree(text))
        .isEqualTo(new ObjectMapper().readTree(Json.line(tree)));
    assertThat(text).isEqualTo(Json.text(AuditJson.tree(Audits.report(ADULT, "adult.csv"))));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
