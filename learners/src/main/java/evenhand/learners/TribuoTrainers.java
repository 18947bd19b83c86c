package evenhand.learners;

import static evenhand.learners.LearnerOptions.require;

import evenhand.data.DataException;
import evenhand.data.Guess;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.math.optimisers.AdaGrad;

/** The trainers that have a name on the command line. All of them honour weights. */
final class TribuoTrainers {

  private static final Map<String, Function<LearnerOptions, LongFunction<Trainer<Label>>>> NAMED =
      Map.of(
          "logistic", TribuoTrainers::logistic,
          "cart", TribuoTrainers::cart,
          "random_forest", TribuoTrainers::randomForest);

  private TribuoTrainers() {}

  static Set<String> names() {
    return new TreeMap<>(NAMED).navigableKeySet();
  }

  /** From a seed to a fresh trainer. */
  static LongFunction<Trainer<Label>> named(String name, LearnerOptions options) {
    var maker = NAMED.get(name);
    if (maker == null) {
      throw new DataException(
          "Tribuo has no trainer here named \"%s\", those named are %s%s"
              .formatted(name, String.join(", ", names()), Guess.hint(name, names())));
    }
    LongFunction<Trainer<Label>> trainer = maker.apply(options);
    options.refuseOthers();
    return trainer;
  }

  /** One example a step: larger minibatches lose the examples' weights (Tribuo 4.3.2). */
  private static LongFunction<Trainer<Label>> logistic(LearnerOptions options) {
    int epochs = options.whole("epochs", 5);
    double rate = options.real("rate", 0.1);
    require(epochs >= 1 && epochs <= 10_000, "epochs", "from 1 to 10000", epochs);
    require(rate > 0 && rate <= 100, "rate", "above 0 and at most 100", rate);
    int silent = -1;
    int minibatch = 1;
    return seed ->
        new LinearSGDTrainer(
            new LogMulticlass(), new AdaGrad(rate, 0.1), epochs, silent, minibatch, seed);
  }

  private static LongFunction<Trainer<Label>> cart(LearnerOptions options) {
    return tree(options, 8, 1)::apply;
  }

  private static LongFunction<Trainer<Label>> randomForest(LearnerOptions options) {
    int members = options.whole("trees", 30);
    require(members >= 1 && members <= 10_000, "trees", "from 1 to 10000", members);
    double fraction = options.real("feature_fraction", 0.3);
    require(fraction < 1, "feature_fraction", "below 1 in a forest", fraction);
    LongFunction<CARTClassificationTrainer> tree = tree(options, 12, fraction);
    return seed ->
        new RandomForestTrainer<>(
            tree.apply(seed), new FullyWeightedVotingCombiner(), members, seed);
  }

  private static LongFunction<CARTClassificationTrainer> tree(
      LearnerOptions options, int depth, double share) {
    int maxDepth = options.whole("max_depth", depth);
    double minChildWeight = options.real("min_child_weight", 5);
    double fraction = options.real("feature_fraction", share);
    require(maxDepth >= 1 && maxDepth <= 64, "max_depth", "from 1 to 64", maxDepth);
    require(
        minChildWeight > 0 && minChildWeight < Float.MAX_VALUE,
        "min_child_weight",
        "above 0, and finite",
        minChildWeight);
    require(fraction > 0 && fraction <= 1, "feature_fraction", "above 0 and at most 1", fraction);
    return seed ->
        new CARTClassificationTrainer(
            maxDepth, (float) minChildWeight, 0f, (float) fraction, new GiniIndex(), seed);
  }
}
