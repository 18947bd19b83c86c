package evenhand.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.audit.AuditSubject;

/** What an audit is of, as JSON. */
final class AuditSubjectJson {

  private AuditSubjectJson() {}

  static ObjectNode tree(AuditSubject subject) {
    ObjectNode tree = Json.object();
    tree.put("data", subject.data());
    tree.put("task", subject.task().id());
    tree.set("label", subject.label().<JsonNode>map(AuditSubjectJson::label).orElse(null));
    tree.set("decision", subject.decision().<JsonNode>map(AuditSubjectJson::decision).orElse(null));
    tree.set("score", Json.text(subject.score()));
    tree.set("weight", Json.text(subject.weight()));
    tree.put("rows_read", subject.rowsRead());
    tree.put("rows_excluded", subject.rowsExcluded());
    ArrayNode excluded = tree.putArray("excluded");
    for (AuditSubject.Excluded one : subject.excluded()) {
      excluded
          .addObject()
          .put("attribute", one.attribute())
          .put("group", one.group())
          .put("rows", one.rows());
    }
    tree.put("min_share", subject.minShare());
    tree.set("remarks", Json.texts(subject.remarks()));
    return tree;
  }

  private static ObjectNode label(AuditSubject.Label label) {
    ObjectNode tree = Json.object();
    tree.put("column", label.column());
    tree.set("positive", Json.text(label.positive()));
    tree.set("negative", Json.text(label.negative()));
    tree.put("is_given", label.isGiven());
    return tree;
  }

  private static ObjectNode decision(AuditSubject.Decision decision) {
    ObjectNode tree = Json.object();
    tree.put("source", decision.source().id());
    tree.put("column", decision.column());
    tree.put("rule", decision.rule());
    tree.put("is_given", decision.isGiven());
    return tree;
  }
}
