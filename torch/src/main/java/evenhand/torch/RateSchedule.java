package evenhand.torch;

/**
 * How the step size falls over a training, as a factor of the first.
 *
 * @param shape of the fall
 * @param drops of {@link Shape#STEP}: how often it falls, at even distances, ≥ 0
 * @param drop of {@link Shape#STEP}: what each leaves, in (0, 1]
 */
public record RateSchedule(Shape shape, int drops, double drop) {

  /** Shapes. */
  public enum Shape {
    /** Half a cosine wave, to 0. */
    COSINE,
    CONSTANT,
    /** By a factor, a few times. */
    STEP
  }

  static RateSchedule cosine() {
    return new RateSchedule(Shape.COSINE, 2, 0.1);
  }

  /**
   * @param progress of the training, in [0, 1)
   * @return in [0, 1]
   */
  double at(double progress) {
    return switch (shape) {
      case COSINE -> (1 + StrictMath.cos(Math.PI * progress)) / 2;
      case CONSTANT -> 1;
      case STEP -> StrictMath.pow(drop, Math.floor(progress * (drops + 1) + 1e-9));
    };
  }
}
