package evenhand.torch;

import org.bytedeco.pytorch.Tensor;

/** Watches a forward pass go through the layers of a network. */
@FunctionalInterface
public interface Tape {

  /** Takes nothing down. */
  Tape NONE = (layer, theta, input) -> layer.apply(theta, input);

  /**
   * @return the layer's output, on which the pass goes on
   */
  Tensor through(Layer layer, Tensor theta, Tensor input);
}
