package evenhand.torch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Shortens long gradients before they become steps.
 *
 * @param norm the largest Euclidean norm, &gt; 0
 */
record Clipped(Optimizer optimizer, double norm) implements Optimizer {

  @Override
  public void step(Tensor gradient, double rate) {
    double length = Torch.norm(gradient);
    optimizer.step(length <= norm ? gradient : gradient.mul(new Scalar(norm / length)), rate);
  }

  @Override
  public Tensor imagined(Tensor gradient, double rate) {
    return optimizer.imagined(gradient, rate);
  }

  @Override
  public double reach() {
    return optimizer.reach();
  }
}
