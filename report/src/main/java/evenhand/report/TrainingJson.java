package evenhand.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.audit.Audit;
import evenhand.parity.Requirement;
import evenhand.train.PartEvidence;
import evenhand.train.RequirementEvidence;
import evenhand.train.TrainingEvidence;
import java.util.List;
import java.util.stream.Stream;

/** The evidence of a training run as JSON, schema {@code evenhand.train/1}. */
public final class TrainingJson {

  public static final String SCHEMA = "evenhand.train/1";

  private TrainingJson() {}

  /** The whole document; write it with {@link Json}. */
  public static ObjectNode tree(TrainingEvidence evidence) {
    ObjectNode tree = Json.object();
    tree.put("schema", SCHEMA);
    tree.put("label", evidence.label());
    tree.put("positive", evidence.positive());
    tree.set("attributes", Json.texts(evidence.attributes()));
    ArrayNode requirements = tree.putArray("requirements");
    evidence.requirements().forEach(measured -> requirements.add(requirement(measured)));
    tree.set("warnings", Json.texts(evidence.warnings()));
    tree.set("search", Json.texts(evidence.search()));
    tree.set("configuration", Json.lists(evidence.configuration()));
    tree.set("fingerprints", Json.texts(evidence.fingerprints()));
    ArrayNode parts = tree.putArray("parts");
    evidence.parts().forEach(part -> parts.add(part(part)));
    tree.set("definitions", AuditJson.definitions(audits(evidence)));
    return tree;
  }

  private static ObjectNode requirement(RequirementEvidence measured) {
    Requirement requirement = measured.requirement();
    ObjectNode tree = Json.object();
    tree.put("requirement", requirement.toString());
    tree.put("parity", requirement.parity().id());
    tree.put("definition", requirement.parity().definition());
    tree.put("comparison", requirement.comparison().id());
    tree.put("kind", requirement.kind().id());
    tree.put("bound", requirement.bound());
    tree.set("attribute", Json.text(requirement.attribute()));
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

  private static ObjectNode part(PartEvidence part) {
    ObjectNode tree = Json.object();
    tree.put("part", part.part().id());
    tree.put("rows", part.rows());
    tree.set("decisions", AuditJson.body(part.decisions()));
    tree.set("expected", AuditJson.body(part.expected()));
    tree.set("plain", AuditJson.body(part.plain()));
    return tree;
  }

  private static List<Audit> audits(TrainingEvidence evidence) {
    return evidence.parts().stream()
        .flatMap(part -> Stream.of(part.decisions(), part.expected(), part.plain()))
        .toList();
  }
}
