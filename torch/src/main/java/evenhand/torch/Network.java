package evenhand.torch;

import evenhand.learner.Scorer;
import org.bytedeco.pytorch.Tensor;

/**
 * A network without a memory of its own: its parameters go in as one vector, so that a training
 * step is an expression, and an optimiser's step a few large operations.
 */
interface Network {

  /** Numbers in the parameter vector. */
  int parameters();

  /** Columns of the features it takes. */
  int columns();

  /** Fresh parameters, shape [parameters()], the same for the same seed everywhere. */
  float[] initial(long seed);

  /**
   * @param theta float [parameters()]
   * @param features float [n, columns()]
   * @param mode training or scoring
   * @return logits of P(y=1), float [n]
   */
  Tensor forward(Tensor theta, Tensor features, Mode mode);

  /** The same function in plain Java, for scoring without libtorch. */
  Scorer scorer(float[] theta);

  /** Whether chance has a part, as in dropout. */
  sealed interface Mode {

    /** No chance. */
    record Scoring() implements Mode {}

    /**
     * @param dropout where masks come from
     */
    record Training(org.bytedeco.pytorch.Generator dropout) implements Mode {}
  }
}
