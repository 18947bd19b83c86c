package evenhand.calibrate;

import evenhand.learner.Sigmoid;

/**
 * σ(slope · score + intercept). scikit-learn and Platt write the same with both signs turned.
 *
 * @param slope finite; above 0 where higher scores are better
 * @param intercept finite
 */
public record SigmoidMap(double slope, double intercept) implements CalibrationMap {

  public SigmoidMap {
    if (!Double.isFinite(slope) || !Double.isFinite(intercept)) {
      throw new IllegalArgumentException(
          "need finite slope and intercept, got " + slope + " and " + intercept);
    }
  }

  @Override
  public double of(double score) {
    return Sigmoid.of(slope * score + intercept);
  }
}
