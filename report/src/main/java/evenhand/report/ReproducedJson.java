package evenhand.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;

/** A reproduction as {@code evenhand.reproduce/1}, described in docs/json.md. */
public final class ReproducedJson {

  private ReproducedJson() {}

  public static ObjectNode tree(Reproduced reproduced) {
    ObjectNode tree = Json.object();
    tree.put("schema", "evenhand.reproduce/1");
    tree.put("name", reproduced.name());
    tree.put("title", reproduced.title());
    tree.set("configuration", Json.texts(reproduced.configuration()));
    ArrayNode tables = tree.putArray("tables");
    reproduced.tables().forEach(table -> tables.add(table(table)));
    ArrayNode pictures = tree.putArray("pictures");
    reproduced
        .pictures()
        .forEach(
            picture ->
                pictures.addObject().put("file", picture.file()).put("caption", picture.caption()));
    tree.set("notes", Json.texts(reproduced.notes()));
    return tree;
  }

  private static ObjectNode table(ReproducedTable table) {
    ObjectNode tree = Json.object();
    tree.put("title", table.title());
    ArrayNode rows = tree.putArray("rows");
    for (ReproducedTable.Row row : table.rows()) {
      ObjectNode each = rows.addObject();
      each.put("method", row.method());
      ArrayNode metrics = each.putArray("metrics");
      for (int c = 0; c < table.columns().size(); c++) {
        metrics.add(metric(table.columns().get(c).metric(), row.entries().get(c)));
      }
    }
    return tree;
  }

  private static ObjectNode metric(String name, ReproducedTable.Entry entry) {
    ObjectNode tree = Json.object();
    tree.put("metric", name);
    if (entry.paper().isPresent()) {
      ObjectNode paper = tree.putObject("paper");
      paper.set("value", Json.number(entry.paper().get().value()));
      paper.set("error", Json.number(entry.paper().get().error()));
    } else {
      tree.putNull("paper");
    }
    if (entry.ours().isPresent()) {
      ReproducedTable.Measured measured = entry.ours().get();
      ObjectNode ours = tree.putObject("ours");
      ours.set("mean", Json.number(measured.mean()));
      ours.set("standard_error", Json.number(measured.standardError()));
      ours.set("runs", Json.count(OptionalDouble.of(measured.runs())));
    } else {
      tree.putNull("ours");
    }
    return tree;
  }
}
