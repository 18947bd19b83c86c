package evenhand.calibrate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A pure function from a score to P(y=1), in [0, 1] for every score that its scale allows. Plain
 * data.
 */
public sealed interface CalibrationMap
    permits IdentityMap,
        SigmoidMap,
        IsotonicMap,
        TemperatureMap,
        BetaMap,
        RecalibratedMap,
        MixtureMap {

  /** P(y=1) where the score is this, in [0, 1]. */
  double of(double score);

  /** The same for every score, shape [n]. */
  default double[] of(double[] scores) {
    double[] all = new double[scores.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = of(scores[i]);
    }
    return all;
  }

  /** As JSON, from which {@link #fromJson} makes an equal map. */
  default ObjectNode toJson() {
    return MapJson.write(this);
  }

  /**
   * @throws evenhand.data.DataException saying what is wrong, for anything {@link #toJson} would
   *     not have written
   */
  static CalibrationMap fromJson(JsonNode json) {
    return MapJson.read(json);
  }
}
