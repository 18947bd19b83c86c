package evenhand.loss;

import java.util.Locale;

/**
 * How a strength grows to its full value over a training.
 *
 * @param strength full, ≥ 0
 * @param ramp how it gets there
 * @param warmUp share of the training at strength 0 before that, in [0, 1)
 */
public record Schedule(double strength, Ramp ramp, double warmUp) {

  /** Shapes; linear and cosine reach the full strength halfway between the warm-up and the end. */
  public enum Ramp {
    /** At once. */
    CONSTANT,
    LINEAR,
    /** Half a cosine wave: slow, fast, slow. */
    COSINE;

    /** Such as {@code cosine}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Schedule {
    if (!(strength >= 0 && strength < Double.POSITIVE_INFINITY) || !(warmUp >= 0 && warmUp < 1)) {
      throw new IllegalArgumentException(
          "need a finite strength of at least 0 and a warm-up in [0, 1), got %s and %s"
              .formatted(strength, warmUp));
    }
  }

  /** The same strength throughout. */
  public static Schedule constant(double strength) {
    return new Schedule(strength, Ramp.CONSTANT, 0);
  }

  /**
   * @param progress of the training, in [0, 1]
   * @return in [0, strength]
   */
  public double at(double progress) {
    double since = (progress - warmUp) / (1 - warmUp);
    if (since < 0) {
      return 0;
    }
    double along = Math.min(1, 2 * since);
    return strength
        * switch (ramp) {
          case CONSTANT -> 1;
          case LINEAR -> along;
          case COSINE -> (1 - StrictMath.cos(Math.PI * along)) / 2;
        };
  }
}
