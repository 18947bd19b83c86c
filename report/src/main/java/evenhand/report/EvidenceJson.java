package evenhand.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.parity.Condition;
import evenhand.parity.RateBound;
import evenhand.parity.Requirement;
import evenhand.train.ConditionEvidence;
import evenhand.train.PartEvidence;
import java.util.List;
import java.util.stream.Stream;

/** What the evidence of training and that of thresholds have in common, as JSON. */
final class EvidenceJson {

  private EvidenceJson() {}

  static ObjectNode condition(Condition condition) {
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

  /** Each on every part. */
  static ArrayNode requirements(List<ConditionEvidence> measured) {
    ArrayNode all = Json.array();
    measured.forEach(each -> all.add(requirement(each)));
    return all;
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

  /** What was measured of each part's decisions. */
  static ArrayNode parts(List<PartEvidence> parts) {
    ArrayNode all = Json.array();
    parts.forEach(part -> all.add(part(part)));
    return all;
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

  /** Of everything that {@link #parts} names. */
  static ObjectNode definitions(List<PartEvidence> parts) {
    return AuditJson.definitions(
        parts.stream()
            .flatMap(part -> Stream.of(part.decisions(), part.expected(), part.plain()))
            .toList());
  }
}
