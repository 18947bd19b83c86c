package evenhand.torch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Stochastic gradient descent with momentum, as {@code torch.optim.SGD} defines it: weight decay is
 * added to the gradient, the velocity is not multiplied by the rate, and begins as the first
 * gradient.
 *
 * <p>Sutskever et al., "On the importance of initialization and momentum in deep learning", ICML
 * 2013, section 2, for Nesterov's form.
 */
final class Sgd implements Optimizer {

  private final Tensor theta;
  private final Tensor velocity;
  private final double decay;
  private final double momentum;
  private final Look look;
  private boolean moved;

  /** Where the gradient counts. */
  enum Look {
    /** The step is the velocity. */
    HERE,
    /** Nesterov's: the step is the gradient and the velocity after it. */
    AHEAD
  }

  Sgd(Tensor theta, double decay, double momentum, Look look) {
    this.theta = theta.detach();
    this.velocity = torch.zeros_like(this.theta);
    this.decay = decay;
    this.momentum = momentum;
    this.look = look;
  }

  @Override
  public void step(Tensor gradient, double rate) {
    Tensor pull = pull(gradient);
    if (momentum > 0) {
      velocity.mul_(new Scalar(moved ? momentum : 0)).add_(pull);
      pull = look == Look.AHEAD ? pull.add(velocity, new Scalar(momentum)) : velocity;
    }
    moved = true;
    theta.add_(pull, new Scalar(-rate));
  }

  @Override
  public Tensor imagined(Tensor gradient, double rate) {
    Tensor pull = pull(gradient);
    if (momentum > 0) {
      Tensor next = moved ? pull.add(velocity, new Scalar(momentum)) : pull;
      pull = look == Look.AHEAD ? pull.add(next, new Scalar(momentum)) : next;
    }
    return theta.sub(pull.mul(new Scalar(rate)));
  }

  @Override
  public double reach() {
    return look == Look.AHEAD ? 1 + momentum : 1;
  }

  private Tensor pull(Tensor gradient) {
    return decay > 0 ? gradient.add(theta, new Scalar(decay)) : gradient;
  }
}
