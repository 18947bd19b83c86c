package evenhand.torch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam with decoupled weight decay, on one parameter vector.
 *
 * <p>Kingma and Ba, ICLR 2015, algorithm 1; Loshchilov and Hutter, ICLR 2019, algorithm 2.
 */
final class Adam implements Optimizer {

  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;
  private static final double EPSILON = 1e-8;

  private final Tensor theta;
  private final Tensor mean;
  private final Tensor square;
  private final double decay;
  private int steps;

  /**
   * @param theta what is moved; the three vectors belong to the scope this is made in
   * @param decay of the weights, ≥ 0, times the rate of each step
   */
  Adam(Tensor theta, double decay) {
    this.decay = decay;
    this.theta = theta.detach();
    this.mean = torch.zeros_like(this.theta);
    this.square = torch.zeros_like(this.theta);
  }

  @Override
  public void step(Tensor gradient, double rate) {
    steps++;
    mean.lerp_(gradient, new Scalar(1 - FIRST));
    square.mul_(new Scalar(SECOND)).addcmul_(gradient, gradient, new Scalar(1 - SECOND));
    Tensor spread =
        square.div(new Scalar(1 - Math.pow(SECOND, steps))).sqrt_().add_(new Scalar(EPSILON));
    if (decay > 0) {
      theta.mul_(new Scalar(1 - rate * decay));
    }
    theta.addcdiv_(mean, spread, new Scalar(-rate / (1 - Math.pow(FIRST, steps))));
  }

  @Override
  public Tensor imagined(Tensor gradient, double rate) {
    return theta.sub(gradient.mul(new Scalar(rate)));
  }

  @Override
  public double reach() {
    return 1;
  }
}
