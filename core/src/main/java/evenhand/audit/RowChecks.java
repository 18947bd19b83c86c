package evenhand.audit;

import evenhand.data.DataException;
import java.util.Arrays;
import java.util.Optional;

/** What every kind of outcomes refuses, with the row it is in. */
final class RowChecks {

  /** Sums of their squares over any number of rows are still numbers, and not 0. */
  private static final double HEAVIEST = 1e30;

  private static final double LIGHTEST = 1e-30;

  /** The fourth power, of which the error of a squared error is made, is still a number. */
  private static final double LARGEST = 1e45;

  private RowChecks() {}

  /** Refuses what no audit can use. */
  static void check(int rows, Optional<double[]> weights) {
    if (rows == 0) {
      throw new DataException("there are no rows to audit; at least one is needed");
    }
    if (weights.isEmpty()) {
      return;
    }
    checkSize(rows, "weights", weights.get().length);
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      double weight = weights.get()[i];
      if (weight != 0 && !(weight >= LIGHTEST && weight <= HEAVIEST)) {
        throw new DataException(
            "the weight of row %d is %s; a weight must be 0 or a number from %s to %s"
                .formatted(i + 1, weight, LIGHTEST, HEAVIEST));
      }
      sum += weight;
    }
    if (sum == 0) {
      throw new DataException("every weight is 0; at least one row must count");
    }
  }

  /** Refuses numbers of which there is not one per row. */
  static void checkSize(int rows, String what, int size) {
    if (size != rows) {
      throw new DataException("there are %d %s for %d rows".formatted(size, what, rows));
    }
  }

  /** Refuses what is no number, or too large for its errors to be one. */
  static void checkNumbers(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]) <= LARGEST)) {
        throw new DataException(
            "the %s of row %d is %s; it must be a number from %s to %s"
                .formatted(what, i + 1, values[i], -LARGEST, LARGEST));
      }
    }
  }

  static double[] select(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  /** Refuses a number outside [0, 1]. */
  static void checkProbabilities(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0 && values[i] <= 1)) {
        throw new DataException(
            "the %s of row %d is %s; it must be a number between 0 and 1"
                .formatted(what, i + 1, values[i]));
      }
    }
  }
}
