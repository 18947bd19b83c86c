package evenhand.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.columns.ColumnProfile;
import evenhand.columns.ColumnReview;
import evenhand.columns.OddCells;
import evenhand.columns.ReadColumn;
import evenhand.data.ColumnReading;
import evenhand.data.DatePart;

/** How columns were understood as JSON, schema {@code evenhand.columns/1}. */
public final class ColumnsJson {

  public static final String SCHEMA = "evenhand.columns/1";

  private ColumnsJson() {}

  /** The whole document of a table; write it with {@link Json}. */
  public static ObjectNode document(ColumnReview review) {
    ObjectNode tree = Json.object();
    tree.put("schema", SCHEMA);
    tree.put("rows", review.rows());
    tree.setAll(tree(review));
    return tree;
  }

  /** {@code remarks} and {@code columns}, as they stand in the evidence of a training. */
  static ObjectNode tree(ColumnReview review) {
    ObjectNode tree = Json.object();
    tree.set("remarks", Json.texts(review.remarks()));
    ArrayNode columns = tree.putArray("columns");
    review.columns().forEach(column -> columns.add(column(column)));
    return tree;
  }

  private static ObjectNode column(ReadColumn column) {
    ColumnProfile profile = column.profile();
    ObjectNode node = Json.object();
    node.put("column", profile.name());
    node.put("kind", profile.kind().id());
    node.put("role", column.role().id());
    node.put("use", column.use());
    node.put("missing", profile.missing());
    if (profile.distinct() >= 0) {
      node.put("distinct", profile.distinct());
    }
    profile.low().ifPresent(low -> node.put("low", low));
    profile.high().ifPresent(high -> node.put("high", high));
    if (!profile.levels().isEmpty()) {
      node.set("levels", Json.texts(profile.levels()));
    }
    if (profile.reading().isPresent()
        && profile.reading().get() instanceof ColumnReading.Dates dates) {
      ObjectNode date = node.putObject("date");
      date.put("order", dates.order().id());
      date.set("parts", Json.texts(dates.parts().stream().map(DatePart::id).toList()));
    }
    if (profile.odd().isPresent()) {
      OddCells odd = profile.odd().get();
      node.putObject("odd").put("cells", odd.cells()).put("row", odd.row()).put("text", odd.text());
    }
    profile.doubt().ifPresent(doubt -> node.put("doubt", doubt));
    return node;
  }
}
