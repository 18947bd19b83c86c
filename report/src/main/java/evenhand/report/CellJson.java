package evenhand.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.audit.AttributeAudit;
import evenhand.audit.GroupAudit;
import evenhand.train.CellEvidence;
import java.util.List;

/** The cells whose worst accuracy a method aims at, as JSON. */
final class CellJson {

  private CellJson() {}

  /** On every part. */
  static ArrayNode all(List<CellEvidence> parts) {
    ArrayNode all = Json.array();
    for (CellEvidence part : parts) {
      ObjectNode tree = Json.object();
      tree.put("part", part.part().id());
      tree.put("attribute", part.model().name());
      tree.set("model", of(part.model()));
      tree.set("plain", of(part.plain()));
      all.add(tree);
    }
    return all;
  }

  private static ObjectNode of(AttributeAudit audited) {
    ObjectNode tree = Json.object();
    CellEvidence.Worst worst = CellEvidence.worst(audited);
    ObjectNode worstTree = tree.putObject("worst");
    worst
        .cell()
        .ifPresent(
            cell -> {
              worstTree.put("name", cell.name());
              worstTree.set("accuracy", AuditJson.measurement(CellEvidence.accuracy(cell)));
            });
    if (worst.cell().isEmpty()) {
      worstTree.putNull("name");
      worstTree.putNull("accuracy");
    }
    worstTree.set("reason", Json.text(worst.reason()));
    ArrayNode cells = tree.putArray("cells");
    for (GroupAudit cell : audited.groups()) {
      ObjectNode each = Json.object();
      each.put("name", cell.name());
      each.put("rows", cell.rows());
      each.set("accuracy", AuditJson.measurement(CellEvidence.accuracy(cell)));
      cells.add(each);
    }
    return tree;
  }
}
