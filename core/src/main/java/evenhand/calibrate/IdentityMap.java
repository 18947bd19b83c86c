package evenhand.calibrate;

/**
 * The score as it came, as a probability.
 *
 * @param scale of the scores
 */
public record IdentityMap(Scale scale) implements CalibrationMap {

  @Override
  public double of(double score) {
    return scale.probability(score);
  }
}
