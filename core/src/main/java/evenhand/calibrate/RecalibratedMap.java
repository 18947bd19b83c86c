package evenhand.calibrate;

import evenhand.learner.Sigmoid;

/**
 * σ(slope · logit(q) + intercept), q being what another map says, moved into [10⁻⁴, 1 − 10⁻⁴]: how
 * a small group's map differs from its parent's.
 *
 * @param parent says q
 * @param slope finite, ≥ 0
 * @param intercept finite
 */
public record RecalibratedMap(CalibrationMap parent, double slope, double intercept)
    implements CalibrationMap {

  public RecalibratedMap {
    if (!(slope >= 0 && Double.isFinite(slope) && Double.isFinite(intercept))) {
      throw new IllegalArgumentException(
          "need a slope of at least 0 and a finite intercept, got " + slope + ", " + intercept);
    }
  }

  private static final double CLIP = 1e-4;

  /** ln(q / (1 − q)), within ±9.22. */
  static double logit(double q) {
    return Scale.PROBABILITY.logit(Math.min(1 - CLIP, Math.max(CLIP, q)));
  }

  @Override
  public double of(double score) {
    return Sigmoid.of(slope * logit(parent.of(score)) + intercept);
  }
}
