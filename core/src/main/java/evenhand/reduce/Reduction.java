package evenhand.reduce;

import evenhand.learner.WeightedLearner;
import java.util.function.Consumer;

/**
 * Trains a classifier under a constraint by calling a weighted learner. A value without data: train
 * as often as you like.
 */
@FunctionalInterface
public interface Reduction {

  /**
   * The same arguments give the same result, on any number of threads.
   *
   * @param listener told after every fit, on the calling thread; what it throws ends the training
   * @throws java.util.concurrent.CancellationException soon after the calling thread is
   *     interrupted; nothing is left behind
   */
  Reduced train(Problem problem, WeightedLearner learner, long seed, Consumer<Progress> listener);

  default Reduced train(Problem problem, WeightedLearner learner, long seed) {
    return train(problem, learner, seed, progress -> {});
  }
}
