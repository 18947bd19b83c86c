package evenhand.learners;

import evenhand.data.Matrix;
import evenhand.learner.WeightedLearner;
import java.util.function.LongFunction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;

/**
 * Any trainer of Tribuo that honours the weights of its examples.
 *
 * <p>Linear models with a logistic link, trees and means of trees become scorers that a model file
 * can hold. Other models stay Tribuo's: they score, but no format holds them.
 */
public final class TribuoLearner implements WeightedLearner {

  static final String PREFIX = "tribuo:";

  private final String name;
  private final LongFunction<? extends Trainer<Label>> trainer;
  private final boolean savable;

  private TribuoLearner(
      String name, LongFunction<? extends Trainer<Label>> trainer, boolean savable) {
    this.name = PREFIX + name;
    this.trainer = trainer;
    this.savable = savable;
  }

  /**
   * A trainer under a name of the caller's. It is tried once, on 1000 rows alike: the half with
   * label 1 weighs 9 times as much as the half with label 0, so that the score must be 0.9 ± 0.05.
   * Tribuo's gradient descent with minibatches of two or more fails, for it drops the weights.
   *
   * @param trainer makes a fresh trainer, not used before, from a seed
   * @throws evenhand.data.DataException when the weights are not honoured, or there are no
   *     probabilities
   */
  public static TribuoLearner of(String name, LongFunction<? extends Trainer<Label>> trainer) {
    return new TribuoLearner(name, trainer, TribuoCheck.passes(PREFIX + name, trainer));
  }

  /** One of the trainers with a name on the command line. */
  static TribuoLearner named(String name, LearnerOptions options) {
    return new TribuoLearner(name, TribuoTrainers.named(name, options), true);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isSavable() {
    return savable;
  }

  /**
   * Nothing is prepared.
   *
   * @throws evenhand.data.DataException when a value is beyond ±1e38 or not a number
   */
  @Override
  public Fitting on(Matrix features, long seed) {
    return new TribuoFitting(trainer, features, seed);
  }
}
