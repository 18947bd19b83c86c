package evenhand.learner;

import evenhand.data.Matrix;
import java.util.Map;

/**
 * Fits a probabilistic binary classifier to weighted rows: the one thing a reduction asks of a
 * library. A value without data; bind it to features with {@link #on}.
 *
 * <p>Contract, held by {@code WeightedLearnerContract}: a row of weight 2 counts as two rows of
 * weight 1, and one of weight 0 as none.
 */
public interface WeightedLearner {

  /** As on the command line, such as {@code logistic}. */
  String name();

  /** Every option that has an effect on a fit, by name, for the record. */
  default Map<String, String> configuration() {
    return Map.of();
  }

  /** Whether a model file can hold what this learner fits; known before any fit. */
  default boolean isSavable() {
    return true;
  }

  /**
   * Whether no classifier of its kind has less weighted error than what it fits, whatever labels
   * and weights it is given: then a reduction proves how far from the optimum it is. Learners that
   * minimise something else in place of the error, a log loss or an impurity, are not.
   */
  default boolean isExact() {
    return false;
  }

  /** Prepares what does not change between fits, such as a quantised copy of the features. */
  Fitting on(Matrix features, long seed);

  /** A learner bound to one matrix; fits as often as labels and weights change. Not thread-safe. */
  interface Fitting extends AutoCloseable {

    /**
     * @param labels shape [n], each 0 or 1; possibly all the same
     * @param weights shape [n], finite, ≥ 0, not all 0
     */
    Scorer fit(int[] labels, double[] weights);

    /** Frees native memory; scorers that were returned stay usable. */
    @Override
    default void close() {}
  }
}
