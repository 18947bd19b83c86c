package evenhand.train;

/** Hears how far a training is. */
@FunctionalInterface
public interface ProgressListener {

  /**
   * @param step what is being done, in a word or two
   * @param done units of it that are done
   * @param total units there may be at most
   */
  void progress(String step, long done, long total);

  /** Listens to nothing. */
  ProgressListener NONE = (step, done, total) -> {};
}
