package evenhand.reduce;

import evenhand.learner.Classifier;
import evenhand.learner.Scorer;
import evenhand.learner.WeightedLearner;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * One fit that pays no heed to the constraint, accepting from one half on; measured against it all
 * the same.
 */
public record Plain() implements Reduction {

  @Override
  public Reduced train(
      Problem problem, WeightedLearner learner, long seed, Consumer<Progress> listener) {
    try (WeightedLearner.Fitting fitting = learner.on(problem.sample().features(), seed)) {
      Scorer scorer = fitting.fit(problem.sample().labels(), problem.sample().weights());
      listener.accept(new Progress(1, 1, 0));
      Classifier classifier = Classifier.of(scorer);
      return new Reduced(
          classifier, problem.of(classifier), 0, OptionalDouble.empty(), 1, Optional.empty());
    }
  }
}
