package evenhand.cli;

import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.model.Model;
import evenhand.train.Part;
import evenhand.train.TrainingRows;

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
    return switch (this) {
      case ALL -> table;
      case TRAINING -> table.select(TrainingRows.of(model, table, Part.TRAINING));
      case VALIDATION -> table.select(TrainingRows.of(model, table, Part.VALIDATION));
    };
  }
}
