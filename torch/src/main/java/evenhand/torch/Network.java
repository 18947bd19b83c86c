package evenhand.torch;

import org.bytedeco.pytorch.Tensor;

/**
 * A network without a memory of its own: its parameters go in as one vector, so that a training
 * step is an expression, and an optimiser's step a few large operations.
 */
public interface Network {

  /** Numbers in the parameter vector. */
  int parameters();

  /** Columns of the features it takes. */
  int columns();

  /** 1: one logit of P(y=1) a row; more: a logit for each class. */
  int outputs();

  /** Fresh parameters, shape [parameters()], the same for the same seed everywhere. */
  float[] initial(long seed);

  /**
   * @param theta float [parameters()]
   * @param features float [n, columns()]
   * @param mode training or scoring
   * @param tape sees every layer
   * @return logits, float [n] where {@link #outputs()} is 1, else [n, outputs()]
   */
  Tensor forward(Tensor theta, Tensor features, Mode mode, Tape tape);

  /** The same, unseen. */
  default Tensor forward(Tensor theta, Tensor features, Mode mode) {
    return forward(theta, features, mode, Tape.NONE);
  }

  /** Whether chance has a part, as in dropout. */
  sealed interface Mode {

    /**
     * @param share of the signal that is masked in training, in [0, 1); the rest makes up for it
     */
    default Tensor dropped(Tensor signal, double share) {
      if (share == 0 || !(this instanceof Training training)) {
        return signal;
      }
      return signal.mul(training.dropout().next(signal, share));
    }

    /** No chance. */
    record Scoring() implements Mode {}

    /**
     * @param dropout where masks come from
     */
    record Training(DropoutMasks dropout) implements Mode {}
  }
}
