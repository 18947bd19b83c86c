package evenhand.learner;

import evenhand.data.Matrix;
import evenhand.data.RowBlocks;
import java.util.Arrays;

/** P(y=1) = 1 / (1 + exp(−(x·β + b))). */
public final class LogisticScorer implements Scorer {

  private final double[] coefficients;
  private final double intercept;

  /**
   * @param coefficients β, one per column, finite
   * @param intercept b, finite
   */
  public LogisticScorer(double[] coefficients, double intercept) {
    this.coefficients = coefficients.clone();
    this.intercept = intercept;
    if (!Double.isFinite(intercept)) {
      throw new IllegalArgumentException("the intercept must be finite, was " + intercept);
    }
    for (int j = 0; j < coefficients.length; j++) {
      if (!Double.isFinite(coefficients[j])) {
        throw new IllegalArgumentException(
            "coefficient %d must be finite, was %s".formatted(j, coefficients[j]));
      }
    }
  }

  /** A copy of β, one per column. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  public double intercept() {
    return intercept;
  }

  @Override
  public double[] score(Matrix features) {
    if (features.columns() != coefficients.length) {
      throw new IllegalArgumentException(
          "need %d columns, got %d".formatted(coefficients.length, features.columns()));
    }
    double[] scores = new double[features.rows()];
    features.times(coefficients, scores);
    RowBlocks.each(
        scores.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            scores[i] = Sigmoid.of(scores[i] + intercept);
          }
        });
    return scores;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogisticScorer that
        && Arrays.equals(coefficients, that.coefficients)
        && Double.compare(intercept, that.intercept) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(coefficients) + Double.hashCode(intercept);
  }

  @Override
  public String toString() {
    return "LogisticScorer[" + coefficients.length + " coefficients]";
  }
}
