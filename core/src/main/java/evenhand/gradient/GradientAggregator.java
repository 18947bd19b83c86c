package evenhand.gradient;

import java.util.random.RandomGenerator;

/**
 * Decides how much the gradient of each player counts in one shared step.
 *
 * <p>Stateless: the same products and the same random numbers give the same weights. Gradients may
 * live in parameter space or in the space of example weights. They point uphill, so that the step
 * to take is -Σ wᵢ·gᵢ; reverse all of them and the weights stay.
 */
@FunctionalInterface
public interface GradientAggregator {

  /**
   * @param gradients of K players
   * @param random decides orders and ties, where an aggregator has any
   * @return weights of shape [K], or why there are none
   */
  Aggregation weigh(Gramian gradients, RandomGenerator random);
}
