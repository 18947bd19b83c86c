package evenhand.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.audit.Disparity;
import evenhand.audit.FourFifths;
import evenhand.audit.GateResult;
import evenhand.audit.GroupAudit;
import evenhand.audit.ImpactRatio;
import evenhand.audit.ImpactRatios;
import evenhand.audit.Measurement;
import evenhand.audit.PairTest;
import evenhand.audit.ParityMeasurement;
import evenhand.parity.Comparison;
import evenhand.parity.Parity;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** An audit as JSON, schema {@code evenhand.audit/1}. */
public final class AuditJson {

  public static final String SCHEMA = "evenhand.audit/1";

  private AuditJson() {}

  /** The whole document, definitions included; write it with {@link Json}. */
  public static ObjectNode tree(AuditReport report) {
    ObjectNode tree = body(report.audit());
    tree.set("subject", AuditSubjectJson.tree(report.subject()));
    ArrayNode gates = tree.putArray("gates");
    for (GateResult gate : report.gates()) {
      gates
          .addObject()
          .put("gate", gate.gate().toString())
          .put("outcome", gate.outcome().id())
          .put("sentence", gate.sentence());
    }
    tree.set("definitions", definitions(List.of(report.audit())));
    return tree;
  }

  /** The document without its definitions, for embedding in one that holds several audits. */
  static ObjectNode body(Audit audit) {
    ObjectNode tree = Json.object();
    tree.put("schema", SCHEMA);
    tree.put("rows", audit.rows());
    tree.put("confidence", audit.confidence());
    tree.put("min_rows", audit.minRows());
    tree.set("notes", Json.texts(audit.notes()));
    ArrayNode attributes = tree.putArray("attributes");
    audit.attributes().forEach(attribute -> attributes.add(attribute(attribute)));
    return tree;
  }

  /** What every metric, parity and comparison that occurs in the audits means. */
  static ObjectNode definitions(List<Audit> audits) {
    List<AttributeAudit> attributes =
        audits.stream().flatMap(audit -> audit.attributes().stream()).toList();
    ObjectNode tree = Json.object();
    ObjectNode metrics = tree.putObject("metrics");
    for (Metric metric : metrics(attributes)) {
      metrics.put(metric.id(), metric.definition().isEmpty() ? null : metric.definition());
    }
    ObjectNode parities = tree.putObject("parities");
    attributes.stream()
        .flatMap(attribute -> attribute.parities().stream())
        .map(ParityMeasurement::parity)
        .distinct()
        .forEach(parity -> parities.put(parity.id(), parity.definition()));
    ObjectNode comparisons = tree.putObject("comparisons");
    for (Comparison comparison : Comparison.values()) {
      comparisons.put(comparison.id(), Words.definition(comparison));
    }
    return tree;
  }

  private static List<Metric> metrics(List<AttributeAudit> attributes) {
    return Metric.of(
        attributes.stream()
            .flatMap(
                attribute ->
                    Stream.concat(attribute.groups().stream(), Stream.of(attribute.overall())))
            .flatMap(group -> group.metrics().keySet().stream()));
  }

  private static ObjectNode attribute(AttributeAudit attribute) {
    ObjectNode tree = Json.object();
    tree.put("name", attribute.name());
    ArrayNode groups = tree.putArray("groups");
    attribute.groups().forEach(group -> groups.add(group(group)));
    tree.set("overall", group(attribute.overall()));
    ArrayNode disparities = tree.putArray("disparities");
    attribute.disparities().forEach(disparity -> disparities.add(disparity(disparity)));
    ArrayNode parities = tree.putArray("parities");
    attribute.parities().forEach(parity -> parities.add(parity(parity)));
    ArrayNode pairs = tree.putArray("pairs");
    attribute.pairs().forEach(pair -> pairs.add(pair(pair)));
    tree.set(
        "four_fifths", attribute.fourFifths().<JsonNode>map(AuditJson::fourFifths).orElse(null));
    tree.set(
        "impact_ratios",
        attribute.impactRatios().<JsonNode>map(AuditJson::impactRatios).orElse(null));
    return tree;
  }

  private static ObjectNode impactRatios(ImpactRatios ratios) {
    ObjectNode tree = Json.object();
    tree.put("rule", ratios.rule().id());
    tree.set("reference", Json.text(ratios.reference()));
    tree.set("reason", Json.text(ratios.reason()));
    ArrayNode groups = tree.putArray("groups");
    for (ImpactRatio group : ratios.groups()) {
      ObjectNode row = groups.addObject();
      row.put("group", group.group());
      row.put("rows", group.rows());
      row.set("people", Json.count(OptionalDouble.of(group.people())));
      row.set("selected", Json.count(OptionalDouble.of(group.selected())));
      row.set("rate", measurement(group.rate()));
      row.set("ratio", Json.number(group.ratio()));
      row.set("low", Json.number(group.low()));
      row.set("high", Json.number(group.high()));
      row.put("compared", group.compared());
      row.set("reason", Json.text(group.reason()));
    }
    return tree;
  }

  private static ObjectNode group(GroupAudit group) {
    ObjectNode tree = Json.object();
    tree.put("name", group.name());
    tree.put("rows", group.rows());
    ObjectNode metrics = tree.putObject("metrics");
    group.metrics().forEach((id, measurement) -> metrics.set(id, measurement(measurement)));
    return tree;
  }

  static ObjectNode measurement(Measurement measurement) {
    ObjectNode tree = Json.object();
    tree.set("value", Json.number(measurement.value()));
    tree.set("low", Json.number(measurement.low()));
    tree.set("high", Json.number(measurement.high()));
    tree.set("hits", Json.count(measurement.hits()));
    tree.set("trials", Json.count(measurement.trials()));
    tree.set("reason", Json.text(measurement.reason()));
    measurement.withoutInterval().ifPresent(why -> tree.put("interval_reason", why));
    return tree;
  }

  static ObjectNode disparity(Disparity disparity) {
    ObjectNode tree = Json.object();
    tree.put("metric", disparity.metric());
    tree.put("comparison", disparity.comparison().id());
    tree.put("kind", disparity.kind().id());
    tree.set("value", Json.number(disparity.value()));
    tree.set("low", Json.number(disparity.low()));
    tree.set("high", Json.number(disparity.high()));
    tree.set("worst", Json.text(disparity.worst()));
    tree.set("among_sufficient", Json.number(disparity.amongSufficient()));
    tree.set("reason", Json.text(disparity.reason()));
    disparity.withoutInterval().ifPresent(why -> tree.put("interval_reason", why));
    return tree;
  }

  private static ObjectNode parity(ParityMeasurement measured) {
    Parity parity = measured.parity();
    ObjectNode tree = Json.object();
    tree.put("name", parity.id());
    tree.put("definition", parity.definition());
    tree.put("comparison", measured.comparison().id());
    tree.put("kind", measured.kind().id());
    tree.set("value", Json.number(measured.value()));
    tree.set("low", Json.number(measured.low()));
    tree.set("high", Json.number(measured.high()));
    tree.set("among_sufficient", Json.number(measured.amongSufficient()));
    tree.set("reason", Json.text(measured.reason()));
    measured.withoutInterval().ifPresent(why -> tree.put("interval_reason", why));
    return tree;
  }

  private static ObjectNode pair(PairTest pair) {
    ObjectNode tree = Json.object();
    tree.put("metric", pair.metric());
    tree.put("first", pair.first());
    tree.put("second", pair.second());
    tree.set("difference", Json.number(pair.difference()));
    tree.put("test", pair.exact() ? "fisher_exact" : "two_proportion_z");
    tree.set("z", Json.number(pair.z()));
    tree.set("p_value", Json.number(pair.pValue()));
    tree.set("adjusted_p_value", Json.number(pair.adjusted()));
    return tree;
  }

  private static ObjectNode fourFifths(FourFifths rule) {
    ObjectNode tree = Json.object();
    tree.set("ratio", Json.number(rule.ratio()));
    tree.set("low", Json.number(rule.low()));
    tree.set("high", Json.number(rule.high()));
    tree.set("lowest", Json.text(rule.lowest()));
    tree.set("highest", Json.text(rule.highest()));
    rule.met().ifPresentOrElse(met -> tree.put("met", met), () -> tree.putNull("met"));
    rule.flippedBy()
        .ifPresentOrElse(
            people -> tree.put("flipped_by", people), () -> tree.putNull("flipped_by"));
    tree.set("reason", Json.text(rule.reason()));
    return tree;
  }
}
