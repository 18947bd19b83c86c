package evenhand.torch;

import java.util.SplittableRandom;

/** Changes rows anew for every step that learns from them, in ways that keep their labels. */
@FunctionalInterface
public interface Augmentation {

  /** Leaves rows as they are. */
  Augmentation NONE = (values, rows, random) -> {};

  /**
   * @param values shape [rows, d], row-major, changed in place
   */
  void change(float[] values, int rows, SplittableRandom random);
}
