package evenhand.learners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the trees out of XGBoost's JSON model, as XGBoost itself just wrote it. */
final class XgboostModel {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private XgboostModel() {}

  /**
   * @param base margin that every row started from
   */
  static TreeEnsemble read(byte[] json, float base, int columns) {
    JsonNode trees;
    try {
      trees = MAPPER.readTree(json).at("/learner/gradient_booster/model/trees");
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
    TreeEnsembleBuilder builder =
        new TreeEnsembleBuilder(TreeEnsemble.Link.LOGISTIC, base, columns);
    for (JsonNode tree : trees) {
      builder.add(0, new Nodes(tree));
    }
    return builder.build();
  }

  private record Nodes(
      JsonNode lefts, JsonNode rights, JsonNode columns, JsonNode values, JsonNode zeroLeft)
      implements TreeEnsembleBuilder.Nodes<Integer> {

    Nodes(JsonNode tree) {
      this(
          tree.required("left_children"),
          tree.required("right_children"),
          tree.required("split_indices"),
          tree.required("split_conditions"),
          tree.required("default_left"));
    }

    @Override
    public boolean isLeaf(Integer node) {
      return lefts.get(node).intValue() < 0;
    }

    @Override
    public Integer left(Integer node) {
      return lefts.get(node).intValue();
    }

    @Override
    public Integer right(Integer node) {
      return rights.get(node).intValue();
    }

    @Override
    public int column(Integer node) {
      return columns.get(node).intValue();
    }

    @Override
    public float value(Integer node) {
      return values.get(node).floatValue();
    }

    @Override
    public boolean isZeroLeft(Integer node) {
      return zeroLeft.get(node).intValue() != 0;
    }
  }
}
