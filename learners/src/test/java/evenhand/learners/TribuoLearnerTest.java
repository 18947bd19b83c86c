package evenhand.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.learner.WeightedLearner;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.ensemble.BaggingTrainer;
import org.tribuo.math.optimisers.AdaGrad;

final class TribuoLearnerTest {

  @Nested
  final class Logistic extends LearnerContract {

    @Override
    protected WeightedLearner learner() {
      return named("logistic", Map.of());
    }

    /** Descent visits the rows in another order. */
    @Override
    protected double tolerance() {
      return 0.1;
    }
  }

  @Nested
  final class Cart extends LearnerContract {

    @Override
    protected WeightedLearner learner() {
      return named("cart", Map.of());
    }

    @Override
    protected double tolerance() {
      return 1e-5;
    }
  }

  @Nested
  final class RandomForest extends LearnerContract {

    @Override
    protected WeightedLearner learner() {
      return named("random_forest", Map.of("trees", "60"));
    }

    /** Each tree sees rows drawn at random. */
    @Override
    protected double tolerance() {
      return 0.3;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"logistic", "cart", "random_forest"})
  void whatHasANamePassesTheCheckAndCanBeSaved(String name) {
    LongFunction<Trainer<Label>> trainer =
        TribuoTrainers.named(name, new LearnerOptions("tribuo:" + name, Map.of()));

    assertThat(TribuoLearner.of(name, trainer).isSavable()).isTrue();
  }

  /** Measured with Tribuo 4.3.2: with minibatches of 10 the truth of 0.9 comes out as 0.52. */
  @Test
  void minibatchesThatLoseWeightsAreRefused() {
    assertThatThrownBy(() -> TribuoLearner.of("mine", seed -> sgd(10, seed)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("the trainer tribuo:mine does not honour weights: rows alike of");
  }

  @Test
  void trainersWithoutProbabilitiesAreRefused() {
    assertThatThrownBy(
            () ->
                TribuoLearner.of(
                    "hinge", seed -> new LinearSGDTrainer(new Hinge(), new AdaGrad(0.1), 2, seed)))
        .isInstanceOf(DataException.class)
        .hasMessage("the trainer tribuo:hinge gives no probabilities");
  }

  /** A bag of linear models is neither a linear model nor a mean of trees. */
  @Test
  void aTrainerOfModelsThatNoFormatHoldsIsKnownBeforeItFits() {
    TribuoLearner bag =
        TribuoLearner.of(
            "bag",
            seed -> new BaggingTrainer<>(sgd(1, seed), new FullyWeightedVotingCombiner(), 5, seed));
    assertThat(bag.isSavable()).isFalse();
    assertThat(named("cart", Map.of()).isSavable()).isTrue();
  }

  private static Trainer<Label> sgd(int minibatch, long seed) {
    return new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1, 0.1), 5, -1, minibatch, seed);
  }

  private static TribuoLearner named(String name, Map<String, String> options) {
    return TribuoLearner.named(name, new LearnerOptions("tribuo:" + name, options));
  }
}
