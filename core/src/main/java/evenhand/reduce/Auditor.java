package evenhand.reduce;

import evenhand.learner.Classifier;
import java.util.List;
import java.util.Optional;

/** Who prices the inequalities, round after round. */
interface Auditor {

  /** What the next reply is asked at, shape [J], ≥ 0. */
  double[] prices();

  /**
   * Hears the reply to {@link #prices}.
   *
   * @param reply one scorer at its thresholds, the learner's own decisions first
   */
  void hear(List<Hypothesis> reply);

  /** Whether the game has ended. */
  boolean isDone();

  /** How much less error, or violation at its price, another mixture could have at most. */
  double gap();

  /** The prices so far, and what their replies tell of the optimum. */
  AskedPrices asked();

  /** The replies as the game left them. */
  Pool pool();

  /**
   * The mixture the game hands over where it is another than the best of the pool; the pool can
   * meet the constraint.
   */
  default Optional<Classifier> own() {
    return Optional.empty();
  }
}
