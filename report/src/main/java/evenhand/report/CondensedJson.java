package evenhand.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.report.CondensedCells.Count;
import evenhand.train.Condensed;

/** What was kept of a table's rows: {@code evenhand.condense/1}. */
public final class CondensedJson {

  private CondensedJson() {}

  /**
   * @param origin of the table
   */
  public static ObjectNode tree(String origin, Condensed condensed, CondensedCells cells) {
    ObjectNode tree = Json.object();
    tree.put("schema", "evenhand.condense/1");
    tree.put("data", origin);
    tree.put("rows", condensed.rows().size());
    tree.put("trusted", condensed.trusted());
    tree.put("kept", condensed.kept().length);
    ArrayNode counts = tree.putArray("groups");
    for (Count each : cells.counts()) {
      ObjectNode count = counts.addObject();
      count.put("attribute", each.attribute());
      count.put("group", each.group());
      count.put("label", each.label());
      count.put("rows", each.rows());
      count.put("kept", each.kept());
      count.set("weight", Json.number(each.weight()));
    }
    tree.set("configuration", Json.texts(condensed.configuration()));
    return tree;
  }
}
