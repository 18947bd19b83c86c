package evenhand.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.train.RequirementEvidence;
import evenhand.train.TrainingEvidence;

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
    tree.set(
        "requirements",
        EvidenceJson.requirements(
            evidence.requirements().stream().map(RequirementEvidence::onDecisions).toList()));
    tree.set("warnings", Json.texts(evidence.warnings()));
    if (!evidence.columns().columns().isEmpty()) {
      tree.set("columns", ColumnsJson.tree(evidence.columns()));
    }
    tree.set("search", Json.texts(evidence.search()));
    tree.set("configuration", Json.lists(evidence.configuration()));
    tree.set("fingerprints", Json.texts(evidence.fingerprints()));
    if (!evidence.cells().isEmpty()) {
      tree.set("cells", CellJson.all(evidence.cells()));
    }
    tree.set("parts", EvidenceJson.parts(evidence.parts()));
    tree.set("definitions", EvidenceJson.definitions(evidence.parts()));
    return tree;
  }
}
