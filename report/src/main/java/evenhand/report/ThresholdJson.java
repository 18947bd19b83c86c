package evenhand.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.audit.Audit;
import evenhand.metric.Rate;
import evenhand.parity.Condition;
import evenhand.parity.RateBound;
import evenhand.parity.Requirement;
import evenhand.threshold.GroupThresholds;
import evenhand.threshold.ThresholdRuleJson;
import evenhand.train.ConditionEvidence;
import evenhand.train.ObjectiveEvidence;
import evenhand.train.PartEvidence;
import evenhand.train.ThresholdEvidence;
import java.util.List;
import java.util.stream.Stream;

/** Thresholds and their evidence as JSON, schema {@code evenhand.thresholds/1}. */
public final class ThresholdJson {

  public static final String SCHEMA = "evenhand.thresholds/1";

  private ThresholdJson() {}

  /** The whole document; write it with {@link Json}. */
  public static ObjectNode tree(ThresholdEvidence evidence) {
    GroupThresholds fitted = evidence.fitted();
    ObjectNode tree = Json.object();
    tree.put("schema", SCHEMA);
    tree.put("label", evidence.label());
    tree.put("positive", evidence.positive());
    tree.set("attributes", Json.texts(evidence.attributes()));
    tree.set("objective", objective(fitted));
    tree.set("given_up", fitted.givenUp().<JsonNode>map(ThresholdJson::givenUp).orElse(null));
    tree.set("thresholds", ThresholdRuleJson.tree(fitted.rule()));
    tree.set("plain", ThresholdRuleJson.tree(fitted.plain()));
    ArrayNode cells = tree.putArray("cells");
    fitted.cells().forEach(cell -> cells.add(cell(cell)));
    ArrayNode fitting = tree.putArray("fitted");
    fitted.requirements().forEach(measured -> fitting.add(fitted(measured)));
    ArrayNode requirements = tree.putArray("requirements");
    evidence.requirements().forEach(measured -> requirements.add(requirement(measured)));
    ArrayNode objectives = tree.putArray("objectives");
    evidence.objectives().forEach(measured -> objectives.add(objective(measured)));
    tree.set("warnings", Json.texts(evidence.warnings()));
    tree.set("configuration", Json.lists(evidence.configuration()));
    ArrayNode parts = tree.putArray("parts");
    evidence.parts().forEach(part -> parts.add(part(part)));
    tree.set("definitions", AuditJson.definitions(audits(evidence)));
    return tree;
  }

  private static ObjectNode objective(GroupThresholds fitted) {
    ObjectNode tree = Json.object();
    tree.put("name", fitted.objective().id());
    tree.put("maximised", fitted.objective().isMaximised());
    tree.set("expected", Json.number(fitted.expected()));
    tree.set("unconstrained", Json.number(fitted.unconstrained()));
    tree.set("plain", Json.number(fitted.plainValue()));
    return tree;
  }

  private static ObjectNode givenUp(GroupThresholds.GivenUp givenUp) {
    ObjectNode tree = Json.object();
    tree.set("randomised", Json.number(givenUp.randomised()));
    tree.set("loss", Json.number(givenUp.loss()));
    tree.put("proven", givenUp.isProven());
    return tree;
  }

  private static ObjectNode cell(GroupThresholds.CellRates cell) {
    ObjectNode tree = Json.object();
    tree.set("groups", Json.texts(cell.groups()));
    tree.put("rows", cell.rows());
    tree.set("acceptance", ThresholdRuleJson.tree(cell.acceptance()));
    tree.set("selection_rate", rate(cell.selection()));
    tree.set("true_positive_rate", rate(cell.truePositive()));
    tree.set("false_positive_rate", rate(cell.falsePositive()));
    return tree;
  }

  private static JsonNode rate(Rate rate) {
    return Json.number(rate.value());
  }

  private static ObjectNode fitted(GroupThresholds.Measured measured) {
    ObjectNode tree = condition(measured.requirement());
    tree.set("value", Json.number(measured.value()));
    tree.set("plain", Json.number(measured.plain()));
    return tree;
  }

  private static ObjectNode condition(Condition condition) {
    ObjectNode tree = Json.object();
    tree.put("requirement", condition.toString());
    if (condition instanceof Requirement requirement) {
      tree.put("parity", requirement.parity().id());
      tree.put("definition", requirement.parity().definition());
      tree.put("comparison", requirement.comparison().id());
      tree.put("kind", requirement.kind().id());
      tree.put("bound", requirement.bound());
    } else if (condition instanceof RateBound bound) {
      tree.put("rate", bound.statistic().id());
      tree.put("definition", bound.statistic().formula());
      tree.put("bound", bound.bound());
    }
    tree.set("attribute", Json.text(condition.attribute()));
    return tree;
  }

  private static ObjectNode requirement(ConditionEvidence measured) {
    ObjectNode tree = condition(measured.condition());
    tree.put("part", measured.part().id());
    tree.set("value", Json.number(measured.value()));
    tree.set("low", Json.number(measured.low()));
    tree.set("high", Json.number(measured.high()));
    tree.set("expected", Json.number(measured.expected()));
    tree.set("plain", Json.number(measured.plain()));
    tree.put("verdict", measured.verdict().id());
    tree.set("reason", Json.text(measured.reason()));
    return tree;
  }

  private static ObjectNode objective(ObjectiveEvidence measured) {
    ObjectNode tree = Json.object();
    tree.put("part", measured.part().id());
    tree.set("value", Json.number(measured.decisions()));
    tree.set("expected", Json.number(measured.expected()));
    tree.set("plain", Json.number(measured.plain()));
    return tree;
  }

  private static ObjectNode part(PartEvidence part) {
    ObjectNode tree = Json.object();
    tree.put("part", part.part().id());
    tree.put("rows", part.rows());
    tree.set("decisions", AuditJson.body(part.decisions()));
    tree.set("expected", AuditJson.body(part.expected()));
    tree.set("plain", AuditJson.body(part.plain()));
    return tree;
  }

  private static List<Audit> audits(ThresholdEvidence evidence) {
    return evidence.parts().stream()
        .flatMap(part -> Stream.of(part.decisions(), part.expected(), part.plain()))
        .toList();
  }
}
