package evenhand.calibrate;

import evenhand.learner.Sigmoid;

/**
 * σ(logit(score) / T).
 *
 * @param inverseTemperature 1 / T, finite, ≥ 0; 0 says that the scores tell nothing
 * @param scale of the scores
 */
public record TemperatureMap(double inverseTemperature, Scale scale) implements CalibrationMap {

  public TemperatureMap {
    if (!(inverseTemperature >= 0 && inverseTemperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "need an inverse temperature of at least 0, got " + inverseTemperature);
    }
  }

  @Override
  public double of(double score) {
    return Sigmoid.of(inverseTemperature * scale.logit(score));
  }
}
