package evenhand.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.data.DenseMatrix;
import evenhand.learner.LogisticRegression;
import evenhand.learner.Scorer;
import evenhand.learner.WeightedLearner.Fitting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LearnersTest {

  @Test
  void listsWhatHasAName() {
    assertThat(Learners.names())
        .containsExactly(
            "logistic", "xgboost", "tribuo:cart", "tribuo:logistic", "tribuo:random_forest");
  }

  @ParameterizedTest
  @MethodSource("evenhand.learners.Learners#names")
  void everyNameFitsWithItsDefaults(String name) {
    DenseMatrix features = new DenseMatrix(8, 1, new float[] {1, 1, 1, 1, 2, 2, 2, 2});
    int[] labels = {0, 0, 0, 1, 1, 1, 1, 0};
    try (Fitting fitting = Learners.named(name, Map.of()).on(features, 1)) {
      Scorer scorer = fitting.fit(labels, Samples.weights(8, 0, new java.util.SplittableRandom(1)));
      assertThat(scorer.score(features)).hasSize(8);
    }
    assertThat(Learners.named(name, Map.of()).name()).isEqualTo(name);
  }

  @Test
  void optionsReachTheLearner() {
    assertThat(Learners.named("xgboost", Map.of("max_depth", "4", "eta", "0.5")))
        .isEqualTo(new XgboostLearner(XgboostOptions.of(Map.of("eta", "0.5", "max_depth", "4"))));
    assertThat(Learners.named("logistic", Map.of("C", "2")))
        .isInstanceOfSatisfying(
            LogisticRegression.class, logistic -> assertThat(logistic.c()).isEqualTo(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          svm                  | a=1               | no learner is named "svm", the learners are logistic, xgboost, tribuo:cart, tribuo:logistic, tribuo:random_forest
          tribuo:              | a=1               | Tribuo has no trainer here named "", those named are cart, logistic, random_forest
          tribuo:svm           | a=1               | Tribuo has no trainer here named "svm", those named are cart, logistic, random_forest
          xgboost              | depth=4           | the learner xgboost has no option depth, its options are alpha, colsample_bytree, eta, gamma, lambda, max_bin, max_depth, min_child_weight, nthread, num_round, subsample
          xgboost              | max_depth=x       | the option max_depth of the learner xgboost must be a whole number, was "x"
          xgboost              | max_depth=17      | the option max_depth must be from 1 to 16, was 17
          xgboost              | eta=0             | the option eta must be above 0 and at most 1, was 0.0
          xgboost              | eta=NaN           | the option eta must be above 0 and at most 1, was NaN
          xgboost              | eta=fast          | the option eta of the learner xgboost must be a number, was "fast"
          xgboost              | lambda=-1         | the option lambda must be 0 or more, and finite, was -1.0
          xgboost              | gamma=Infinity    | the option gamma must be 0 or more, and finite, was Infinity
          xgboost              | num_round=0       | the option num_round must be from 1 to 10000, was 0
          xgboost              | max_bin=1         | the option max_bin must be from 2 to 65536, was 1
          xgboost              | nthread=0         | the option nthread must be from 1 to 256, was 0
          xgboost              | subsample=1.1     | the option subsample must be above 0 and at most 1, was 1.1
          xgboost              | colsample_bytree=0| the option colsample_bytree must be above 0 and at most 1, was 0.0
          logistic             | C=0               | the option C must be above 0, and finite, was 0.0
          logistic             | max_iter=0        | the option max_iter must be from 1 to 100000, was 0
          logistic             | c=1               | the learner logistic has no option c, its options are C, max_iter; did you mean C?
          tribuo:logistic      | minibatch=10      | the learner tribuo:logistic has no option minibatch, its options are epochs, rate
          tribuo:logistic      | epochs=0          | the option epochs must be from 1 to 10000, was 0
          tribuo:logistic      | rate=0            | the option rate must be above 0 and at most 100, was 0.0
          tribuo:cart          | max_depth=65      | the option max_depth must be from 1 to 64, was 65
          tribuo:cart          | min_child_weight=0| the option min_child_weight must be above 0, and finite, was 0.0
          tribuo:cart          | trees=3           | the learner tribuo:cart has no option trees, its options are feature_fraction, max_depth, min_child_weight
          tribuo:random_forest | trees=0           | the option trees must be from 1 to 10000, was 0
          tribuo:random_forest | feature_fraction=1| the option feature_fraction must be below 1 in a forest, was 1.0
          """)
  void refusesInOneSentence(String learner, String option, String sentence) {
    assertThatThrownBy(() -> Learners.named(learner, Learners.options(List.of(option))))
        .isInstanceOf(DataException.class)
        .hasMessage(sentence);
  }

  @Test
  void readsOptionsAsKeyAndValue() {
    assertThat(Learners.options(List.of("eta=0.5", " max_depth = 4 ")))
        .isEqualTo(Map.of("eta", "0.5", "max_depth", "4"));
    for (String malformed : List.of("eta", "=1", "eta=", "")) {
      assertThatThrownBy(() -> Learners.options(List.of(malformed)))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "a learner option is written key=value, such as max_depth=4, not \"%s\""
                  .formatted(malformed));
    }
    assertThatThrownBy(() -> Learners.options(List.of("eta=1", "eta=0.5")))
        .isInstanceOf(DataException.class)
        .hasMessage("the learner option eta is given twice");
  }

  @Test
  void everyScorerOfTheModuleHasOneFormat() {
    TreeEnsembleScorer trees = new TreeEnsembleScorer(TreeEnsembleTest.small());
    assertThat(Learners.formats().stream().map(format -> format.write(trees)))
        .filteredOn(Optional::isPresent)
        .hasSize(1);
  }
}
