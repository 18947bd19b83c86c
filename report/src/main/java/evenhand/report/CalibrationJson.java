package evenhand.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.calibrate.AttributeReliability;
import evenhand.calibrate.Calibrated;
import evenhand.calibrate.Calibration;
import evenhand.calibrate.CalibrationChange;
import evenhand.calibrate.CalibrationEvidence;
import evenhand.calibrate.CalibrationFormat;
import evenhand.calibrate.Change;
import evenhand.calibrate.GroupMap;
import evenhand.calibrate.GroupReliability;
import evenhand.calibrate.Reliability;
import evenhand.calibrate.SubgroupAudit;
import evenhand.metric.CalibrationBins;
import java.util.List;
import java.util.Locale;

/** A calibration with its evidence as JSON, schema {@code evenhand.calibration/1}. */
public final class CalibrationJson {

  public static final String SCHEMA = "evenhand.calibration/1";

  private CalibrationJson() {}

  /** The whole document, definitions included; write it with {@link Json}. */
  public static ObjectNode tree(Calibrated calibrated) {
    ObjectNode tree = body(calibrated.evidence());
    tree.set("calibration", calibration(calibrated));
    CalibrationEvidence evidence = calibrated.evidence();
    tree.set(
        "definitions",
        AuditJson.definitions(List.of(evidence.before().audit(), evidence.after().audit())));
    return tree;
  }

  private static ObjectNode body(CalibrationEvidence evidence) {
    ObjectNode tree = Json.object();
    tree.put("schema", SCHEMA);
    tree.putObject("rows")
        .put("fit", evidence.fitRows())
        .put("evaluation", evidence.evaluationRows());
    tree.set("remarks", Json.texts(evidence.remarks()));
    tree.set("change", evidence.change().<JsonNode>map(CalibrationJson::change).orElse(null));
    tree.put("verdict", CalibrationWords.verdict(evidence));
    tree.set("warnings", Json.texts(CalibrationWords.warnings(evidence)));
    tree.set("before", reliability(evidence.before()));
    tree.set("after", reliability(evidence.after()));
    tree.set(
        "with_groups",
        evidence.withGroups().<JsonNode>map(CalibrationJson::reliability).orElse(null));
    tree.set(
        "without_groups",
        evidence.withoutGroups().<JsonNode>map(CalibrationJson::reliability).orElse(null));
    tree.set(
        "subgroups", evidence.subgroups().<JsonNode>map(CalibrationJson::subgroups).orElse(null));
    tree.set(
        "multicalibration",
        evidence.multicalibration().<JsonNode>map(CalibrationJson::repaired).orElse(null));
    return tree;
  }

  private static ObjectNode change(CalibrationChange change) {
    ObjectNode tree = Json.object();
    tree.put("verdict", change.verdict().name().toLowerCase(Locale.ROOT));
    tree.set("log_loss", change(change.logLoss()));
    tree.set("ece", change(change.ece()));
    ArrayNode disparities = tree.putArray("calibration_disparity");
    for (CalibrationChange.Disparity disparity : change.disparities()) {
      disparities.add(change(disparity.change()).put("attribute", disparity.attribute()));
    }
    return tree;
  }

  private static ObjectNode change(Change change) {
    ObjectNode tree = Json.object();
    tree.set("before", Json.number(change.before()));
    tree.set("after", Json.number(change.after()));
    tree.set("low", Json.number(change.low()));
    tree.set("high", Json.number(change.high()));
    return tree;
  }

  private static ObjectNode calibration(Calibrated calibrated) {
    Calibration calibration = calibrated.calibration();
    ObjectNode tree = Json.object();
    tree.put("scale", calibration.scale().id());
    tree.set(
        "group_columns",
        Json.texts(calibration.groupColumns().stream().map(Object::toString).toList()));
    ArrayNode groups = tree.putArray("groups");
    groups.add(group(calibrated.fitted().everyone()));
    calibrated.fitted().groups().forEach(group -> groups.add(group(group)));
    if (!calibration.maps().equals(calibrated.fitted())) {
      tree.set("applied", calibration.maps().everyone().map().toJson());
    }
    return tree;
  }

  private static ObjectNode group(GroupMap group) {
    ObjectNode tree = Json.object();
    tree.put("name", group.name());
    tree.setAll(CalibrationFormat.group(group));
    return tree;
  }

  private static ObjectNode reliability(Reliability reliability) {
    ObjectNode tree = Json.object();
    tree.set("overall", group(reliability.overall()));
    ArrayNode attributes = tree.putArray("attributes");
    for (AttributeReliability attribute : reliability.attributes()) {
      ObjectNode entry = attributes.addObject();
      entry.put("name", attribute.name());
      entry.set("calibration_disparity", AuditJson.disparity(attribute.calibrationDisparity()));
      ArrayNode groups = entry.putArray("groups");
      attribute.groups().forEach(group -> groups.add(group(group)));
    }
    tree.set("audit", AuditJson.body(reliability.audit()));
    return tree;
  }

  private static ObjectNode group(GroupReliability group) {
    ObjectNode tree = Json.object();
    tree.put("name", group.name());
    tree.put("rows", group.rows());
    tree.set("ece", AuditJson.measurement(group.ece()));
    tree.set("ece_equal_mass", AuditJson.measurement(group.eceEqualMass()));
    tree.set("slope", AuditJson.measurement(group.slope()));
    tree.set("intercept", AuditJson.measurement(group.intercept()));
    ArrayNode bins = tree.putArray("bins");
    for (CalibrationBins.Bin bin : group.bins()) {
      ObjectNode entry = bins.addObject();
      entry.set("weight", Json.number(bin.weight()));
      entry.set("mean_score", Json.number(bin.meanScore()));
      entry.set("mean_label", Json.number(bin.meanLabel()));
    }
    return tree;
  }

  private static ObjectNode subgroups(CalibrationEvidence.Subgroup subgroups) {
    ObjectNode tree = Json.object();
    tree.set("before", subgroups(subgroups.before()));
    tree.set("after", subgroups(subgroups.after()));
    return tree;
  }

  private static ObjectNode subgroups(SubgroupAudit audit) {
    ObjectNode tree = Json.object();
    tree.put("subgroups", audit.subgroups());
    tree.put("tested", audit.tested());
    tree.put("off", audit.off());
    tree.put("significant", audit.significant());
    tree.set("alpha", Json.number(audit.alpha()));
    tree.put("min_rows", audit.minRows());
    ArrayNode worst = tree.putArray("worst");
    for (SubgroupAudit.Finding finding : audit.worst()) {
      ObjectNode entry = worst.addObject();
      entry.put("subgroup", finding.subgroup());
      entry.put("order", finding.order());
      entry.put("bucket", finding.bucket());
      entry.put("rows", finding.rows());
      entry.set("mean_label", Json.number(finding.meanLabel()));
      entry.set("mean_probability", Json.number(finding.meanProbability()));
      entry.set("p_value", Json.number(finding.pValue()));
      entry.set("adjusted_p_value", Json.number(finding.adjusted()));
    }
    return tree;
  }

  private static ObjectNode repaired(CalibrationEvidence.Repaired repaired) {
    ObjectNode tree = Json.object();
    tree.put("steps", repaired.steps());
    tree.put("finished", repaired.finished());
    tree.set("squared_error_before", Json.number(repaired.squaredErrorBefore()));
    tree.set("squared_error_after", Json.number(repaired.squaredErrorAfter()));
    return tree;
  }
}
