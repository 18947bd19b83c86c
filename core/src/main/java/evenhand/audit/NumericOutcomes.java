package evenhand.audit;

import evenhand.data.DataException;
import java.util.Optional;

/**
 * Outcomes that are numbers.
 *
 * @param labels what came true, shape [n], finite
 * @param predictions shape [n], finite, in the same unit
 */
public record NumericOutcomes(double[] labels, double[] predictions, Optional<double[]> weights)
    implements Outcomes {

  /**
   * @throws DataException for no rows, a number that is not finite, a negative weight, or weights
   *     that are all 0
   */
  public NumericOutcomes {
    RowChecks.check(labels.length, weights);
    RowChecks.checkSize(labels.length, "predictions", predictions.length);
    check("label", labels);
    check("prediction", predictions);
  }

  private static void check(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new DataException(
            "the %s of row %d is %s; it must be a finite number".formatted(what, i + 1, values[i]));
      }
    }
  }

  public static NumericOutcomes of(double[] labels, double[] predictions) {
    return new NumericOutcomes(labels, predictions, Optional.empty());
  }

  public NumericOutcomes withWeights(double[] given) {
    return new NumericOutcomes(labels, predictions, Optional.of(given));
  }

  @Override
  public int size() {
    return labels.length;
  }
}
