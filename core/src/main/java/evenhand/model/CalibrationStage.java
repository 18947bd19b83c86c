package evenhand.model;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.calibrate.CalibratedScores;
import evenhand.calibrate.Calibration;
import evenhand.calibrate.CalibrationFormat;
import evenhand.data.GroupColumn;
import evenhand.data.Table;
import java.util.List;
import java.util.Locale;

/**
 * Adds calibrated probabilities beside the scores; decisions stay as they are.
 *
 * @param calibration takes the model's scores as probabilities
 */
public record CalibrationStage(Calibration calibration) implements Stage {

  static final String ID = "calibration";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<GroupColumn> groupColumns() {
    return calibration.groupColumns();
  }

  @Override
  public Predictions after(Predictions before, Table table) {
    CalibratedScores scores = calibration.on(table, before.scores());
    return before.withCalibrated(scores.probabilities(), remarks(scores, table));
  }

  private static List<String> remarks(CalibratedScores scores, Table table) {
    return scores.unseenRows() == 0
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "%s: %,d rows of groups that the calibration has not seen (%s) got everyone's map",
                table.origin(),
                scores.unseenRows(),
                String.join(", ", scores.unseenGroups())));
  }

  @Override
  public JsonNode toJson() {
    return CalibrationFormat.write(calibration);
  }

  static CalibrationStage read(JsonNode json) {
    return new CalibrationStage(CalibrationFormat.read(json));
  }
}
