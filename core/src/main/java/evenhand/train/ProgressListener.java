package evenhand.train;

import java.util.function.Supplier;

/** Hears how far a training is. */
@FunctionalInterface
public interface ProgressListener {

  /**
   * @param step what is being done, in a word or two
   * @param done units of it that are done
   * @param total units there may be at most
   */
  void progress(String step, long done, long total);

  /**
   * Hears of each pass of a training by steps.
   *
   * @param told is worked out only when asked for
   */
  default void epoch(Supplier<Epoch> told) {}

  /** Listens to nothing. */
  ProgressListener NONE = (step, done, total) -> {};
}
