package evenhand.train;

import evenhand.learner.KeyedDraw;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The first of a few keys whose decisions, not only their expectation, keep the requirements; where
 * none does, the one that breaks them least.
 */
final class KeySearch {

  /** Keys tried at most. */
  static final int MOST_KEYS = 64;

  private KeySearch() {}

  /** The first key of a seed, for decisions without chance or requirements. */
  static KeyedDraw first(long seed) {
    return new KeyedDraw(new SplittableRandom(seed).nextLong());
  }

  /**
   * @param broken by how much the decisions under a key break the requirements; ≤ 0 where they do
   *     not
   */
  static KeyedDraw best(long seed, ToDoubleFunction<KeyedDraw> broken) {
    SplittableRandom keys = new SplittableRandom(seed);
    KeyedDraw best = new KeyedDraw(keys.nextLong());
    KeyedDraw next = best;
    double least = Double.POSITIVE_INFINITY;
    for (int tried = 0; tried < MOST_KEYS && least > 0; tried++) {
      double worst = broken.applyAsDouble(next);
      if (worst < least) {
        least = worst;
        best = next;
      }
      next = new KeyedDraw(keys.nextLong());
    }
    return best;
  }
}
