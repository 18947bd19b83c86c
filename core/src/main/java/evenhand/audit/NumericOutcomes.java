package evenhand.audit;

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
   * @throws evenhand.data.DataException for no rows, a number that is not finite or beyond ±1e45, a
   *     negative weight, or weights that are all 0
   */
  public NumericOutcomes {
    RowChecks.check(labels.length, weights);
    RowChecks.checkSize(labels.length, "predictions", predictions.length);
    RowChecks.checkNumbers("label", labels);
    RowChecks.checkNumbers("prediction", predictions);
  }

  public static NumericOutcomes of(double[] labels, double[] predictions) {
    return new NumericOutcomes(labels, predictions, Optional.empty());
  }

  public NumericOutcomes withWeights(double[] given) {
    return new NumericOutcomes(labels, predictions, Optional.of(given));
  }

  @Override
  public NumericOutcomes select(int[] rows) {
    return new NumericOutcomes(
        RowChecks.select(labels, rows),
        RowChecks.select(predictions, rows),
        weights.map(each -> RowChecks.select(each, rows)));
  }

  @Override
  public int size() {
    return labels.length;
  }
}
