package evenhand.torch;

import org.bytedeco.pytorch.Tensor;

/** Moves one parameter vector downhill; keeps its own state between steps. */
interface Optimizer {

  /**
   * One step.
   *
   * @param gradient shape of the parameters
   * @param rate of this step, ≥ 0
   */
  void step(Tensor gradient, double rate);

  /**
   * @param theta what is moved; belongs, like the state, to the scope this is called in
   */
  static Optimizer of(MlpOptions options, Tensor theta) {
    Stepping stepping = options.stepping();
    return switch (stepping.rule()) {
      case ADAM -> new Adam(theta, options.decay());
      case SGD -> new Sgd(theta, options.decay(), stepping.momentum(), Sgd.Look.HERE);
      case NESTEROV -> new Sgd(theta, options.decay(), stepping.momentum(), Sgd.Look.AHEAD);
    };
  }
}
