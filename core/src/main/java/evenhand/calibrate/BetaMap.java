package evenhand.calibrate;

import evenhand.learner.Sigmoid;

/**
 * σ(a·ln p − b·ln(1 − p) + c) of the score as a probability p: what the odds would be if the scores
 * of each label were beta distributed. The identity is a = b = 1, c = 0.
 *
 * @param a finite, ≥ 0
 * @param b finite, ≥ 0
 * @param c finite
 * @param scale of the scores
 */
public record BetaMap(double a, double b, double c, Scale scale) implements CalibrationMap {

  public BetaMap {
    if (!(a >= 0 && b >= 0 && Double.isFinite(a) && Double.isFinite(b) && Double.isFinite(c))) {
      throw new IllegalArgumentException(
          "need finite a, b >= 0 and finite c, got %s, %s, %s".formatted(a, b, c));
    }
  }

  @Override
  public double of(double score) {
    double z = scale.logit(score);
    return Sigmoid.of(a * logOfProbability(z) - b * logOfProbability(-z) + c);
  }

  /** ln σ(z). */
  static double logOfProbability(double z) {
    return Math.min(0, z) - StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
  }
}
