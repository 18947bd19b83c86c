package evenhand.torch;

import org.bytedeco.pytorch.Tensor;

/** Moves one parameter vector downhill; keeps its own state between steps. */
public interface Optimizer {

  /**
   * One step.
   *
   * @param gradient shape of the parameters; shortened to the norm that the stepping allows
   * @param rate of this step, ≥ 0
   */
  void step(Tensor gradient, double rate);

  /**
   * Where a step would lead that is not taken, affine in its gradient, which is not shortened; of a
   * rule that is not affine, a plain step without its state.
   */
  Tensor imagined(Tensor gradient, double rate);

  /** How far an imagined step moves along its gradient, in rates. */
  double reach();

  /**
   * @param theta what is moved; belongs, like the state, to the scope this is called in
   */
  static Optimizer of(Stepping stepping, double decay, Tensor theta) {
    Optimizer any = rule(stepping, decay, theta);
    return stepping.clip().isEmpty() ? any : new Clipped(any, stepping.clip().getAsDouble());
  }

  private static Optimizer rule(Stepping stepping, double decay, Tensor theta) {
    return switch (stepping.rule()) {
      case ADAM -> new Adam(theta, decay);
      case SGD -> new Sgd(theta, decay, stepping.momentum(), Sgd.Look.HERE);
      case NESTEROV -> new Sgd(theta, decay, stepping.momentum(), Sgd.Look.AHEAD);
    };
  }
}
