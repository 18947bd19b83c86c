package evenhand.torch;

import java.util.OptionalDouble;

/**
 * How gradients become steps.
 *
 * @param rule of the optimiser
 * @param momentum of {@link Rule#SGD} and {@link Rule#NESTEROV}, in [0, 1)
 * @param schedule of the rate
 * @param clip the gradient's largest Euclidean norm, &gt; 0; longer ones are shortened to it;
 *     empty: any
 */
public record Stepping(Rule rule, double momentum, RateSchedule schedule, OptionalDouble clip) {

  /** Optimisers. */
  public enum Rule {
    /** With decoupled weight decay. */
    ADAM,
    SGD,
    /** SGD with Nesterov's momentum. */
    NESTEROV
  }

  /** Adam, falling along half a cosine wave. */
  public static Stepping defaults() {
    return new Stepping(Rule.ADAM, 0.9, RateSchedule.cosine(), OptionalDouble.empty());
  }

  /** At one rate, by gradients of any length. */
  public static Stepping constant(Rule rule, double momentum) {
    return new Stepping(
        rule,
        momentum,
        new RateSchedule(RateSchedule.Shape.CONSTANT, 0, 1),
        OptionalDouble.empty());
  }
}
