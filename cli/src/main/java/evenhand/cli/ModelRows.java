package evenhand.cli;

import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.model.Model;
import evenhand.train.Part;
import evenhand.train.TrainingRows;
import java.util.stream.IntStream;

/** Which rows of a table a command takes; all but ALL are of the table the model was trained on. */
enum ModelRows {
  ALL,
  TRAINING,
  VALIDATION;

  /** Whether that is the very table, by its fingerprint. */
  static boolean wasTrainedOn(Model model, Table table) {
    try {
      return TrainingRows.of(model, table, Part.TRAINING).length > 0;
    } catch (DataException otherTable) {
      return false;
    }
  }

  Table of(Model model, Table table) {
    return this == ALL ? table : table.select(numbers(model, table));
  }

  /** The rows' numbers from 0, in increasing order. */
  int[] numbers(Model model, Table table) {
    return switch (this) {
      case ALL -> IntStream.range(0, table.rows()).toArray();
      case TRAINING -> TrainingRows.of(model, table, Part.TRAINING);
      case VALIDATION -> TrainingRows.of(model, table, Part.VALIDATION);
    };
  }
}
