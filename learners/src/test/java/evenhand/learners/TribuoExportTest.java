package evenhand.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.CsrMatrix;
import evenhand.learner.LogisticScorer;
import evenhand.learner.Scorer;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tribuo.Model;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.sgd.fm.FMClassificationTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.ensemble.BaggingTrainer;
import org.tribuo.math.optimisers.AdaGrad;

final class TribuoExportTest {

  private final SplittableRandom random = new SplittableRandom(11);
  private final CsrMatrix features = Samples.features(600, 7, random);
  private final int[] labels = Samples.labels(features.toDense(), random);
  private final CsrMatrix unseen = Samples.features(600, 7, random);

  /** Leaves are rounded to single precision, and a mean of them is summed in it. */
  @ParameterizedTest
  @CsvSource({"logistic, 1e-12", "cart, 1e-7", "random_forest, 1e-6"})
  void scoresUnseenRowsAsTribuoDoes(String name, double tolerance) {
    Model<Label> model =
        train(TribuoTrainers.named(name, new LearnerOptions(name, Map.of())).apply(1));

    Scorer ours = TribuoExport.of(model, features).orElseThrow();

    double[] theirs = new TribuoScorer(model).score(unseen);
    assertThat(ours.score(unseen)).containsExactly(theirs, within(tolerance));
    assertThat(ours.score(unseen.toDense())).isEqualTo(ours.score(unseen));
    assertThat(ours).isInstanceOfAny(LogisticScorer.class, TreeEnsembleScorer.class);
  }

  @Test
  void aModelOfAnotherFormIsNotRestated() {
    Model<Label> machine =
        train(
            new FMClassificationTrainer(
                new LogMulticlass(), new AdaGrad(0.1, 0.1), 2, -1, 1, 1L, 3, 0.1));

    assertThat(TribuoExport.of(machine, features)).isEmpty();
    assertThat(new TribuoScorer(machine).score(unseen)).hasSize(600);
  }

  /** A vote of trees is a form of ours, but not with these leaves: the comparison finds out. */
  @Test
  void aModelThatScoresOtherwiseIsNotRestated() {
    Model<Label> votes =
        train(new BaggingTrainer<>(new CARTClassificationTrainer(3), new VotingCombiner(), 7, 1));

    assertThat(TribuoExport.of(votes, features)).isEmpty();
  }

  private Model<Label> train(Trainer<Label> trainer) {
    Target target = Target.of(labels, Samples.ones(labels.length), labels.length);
    return trainer.train(new TribuoRows(features).dataset(target));
  }
}
