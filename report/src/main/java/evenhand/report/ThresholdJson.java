package evenhand.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.metric.Rate;
import evenhand.threshold.GroupThresholds;
import evenhand.threshold.ThresholdRuleJson;
import evenhand.train.ObjectiveEvidence;
import evenhand.train.ThresholdEvidence;

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
    tree.set("requirements", EvidenceJson.requirements(evidence.requirements()));
    ArrayNode objectives = tree.putArray("objectives");
    evidence.objectives().forEach(measured -> objectives.add(objective(measured)));
    tree.set("warnings", Json.texts(evidence.warnings()));
    tree.set("configuration", Json.lists(evidence.configuration()));
    tree.set("parts", EvidenceJson.parts(evidence.parts()));
    tree.set("definitions", EvidenceJson.definitions(evidence.parts()));
    return tree;
  }

  private static ObjectNode objective(GroupThresholds fitted) {
    ObjectNode tree = Json.object();
    tree.put("name", fitted.objective().id());
    tree.put("maximised", fitted.objective().isMaximised());
    tree.set("expected", Json.number(fitted.expected()));
    tree.set("unconstrained", Json.number(fitted.unconstrained()));
    tree.set("plain", Json.number(fitted.plainValue()));
    tree.set("gap", Json.number(fitted.gap()));
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
    ObjectNode tree = EvidenceJson.condition(measured.requirement());
    tree.set("value", Json.number(measured.value()));
    tree.set("plain", Json.number(measured.plain()));
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
}
