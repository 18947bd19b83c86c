package evenhand.model;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Table;
import java.util.List;

/**
 * Something that happens to a model's predictions after its scores, such as calibration. Plain
 * data; a model has at most one of each kind, applied in their order.
 */
public sealed interface Stage permits CalibrationStage, ThresholdStage {

  /** Names the kind in the manifest, and the part that holds it: {@code calibration.json}. */
  String id();

  /** Whose groups must be known to apply it; empty where none. */
  List<GroupColumn> groupColumns();

  /** Whether decisions may be left to chance by it. */
  default boolean isRandomised() {
    return false;
  }

  /**
   * The predictions of a table's rows with what this changes or adds.
   *
   * @throws DataException in one sentence, when the table lacks a group column
   */
  Predictions after(Predictions before, Table table);

  /** From which {@link #read} makes an equal stage. */
  JsonNode toJson();

  /**
   * @param id as in a manifest
   * @throws DataException for an unknown kind, and for anything {@link #toJson} would not have
   *     written
   */
  static Stage read(String id, JsonNode json) {
    return switch (id) {
      case CalibrationStage.ID -> CalibrationStage.read(json);
      case ThresholdStage.ID -> ThresholdStage.read(json);
      default -> throw new DataException("it holds a stage of an unknown kind: " + id);
    };
  }
}
