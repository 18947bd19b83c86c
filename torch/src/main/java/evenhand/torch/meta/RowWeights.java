package evenhand.torch.meta;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** The weights of one training. Has state. */
interface RowWeights {

  /**
   * Called once a step, before it is taken.
   *
   * @return of the step's rows, shape [n], finite
   */
  double[] weights(LookAhead step);

  /**
   * What the step descends on.
   *
   * @return the gradient, [P]
   */
  default Tensor gradient(LookAhead step, double[] weights) {
    return step.sum(weights);
  }

  /** Before a pass over the rows, from 1. */
  default void beforeEpoch(int epoch) {}

  /** One number a training row, where they outlive a step. */
  default Optional<float[]> learned() {
    return Optional.empty();
  }

  /** Shares and counts of the pass just ended, by a word or two each. */
  default Map<String, Double> evidence() {
    return new LinkedHashMap<>();
  }
}
