package evenhand.torch;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the step size falls over a training, as a factor of the first.
 *
 * @param shape of the fall
 * @param drops of {@link Shape#STEP}: after which shares of the training it falls, each in [0, 1]
 * @param drop of {@link Shape#STEP}: what each leaves, in (0, 1]
 */
public record RateSchedule(Shape shape, List<Double> drops, double drop) {

  /** Shapes. */
  public enum Shape {
    /** Half a cosine wave, to 0. */
    COSINE,
    CONSTANT,
    /** By a factor, a few times. */
    STEP
  }

  public RateSchedule {
    drops = List.copyOf(drops);
    for (double at : drops) {
      if (!(at >= 0 && at <= 1)) {
        throw new IllegalArgumentException(
            "a rate drops within [0, 1] of a training, not at " + at);
      }
    }
  }

  /**
   * @param drops how often it falls, at even distances, ≥ 0
   */
  public RateSchedule(Shape shape, int drops, double drop) {
    this(shape, IntStream.rangeClosed(1, drops).mapToObj(k -> k / (drops + 1.0)).toList(), drop);
  }

  public static RateSchedule cosine() {
    return new RateSchedule(Shape.COSINE, 2, 0.1);
  }

  /**
   * @param progress of the training, in [0, 1)
   * @return in [0, 1]
   */
  public double at(double progress) {
    return switch (shape) {
      case COSINE -> (1 + StrictMath.cos(Math.PI * progress)) / 2;
      case CONSTANT -> 1;
      case STEP ->
          StrictMath.pow(drop, (int) drops.stream().filter(at -> at <= progress + 1e-9).count());
    };
  }
}
