package evenhand.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.CsrMatrix;
import evenhand.data.DataException;
import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import evenhand.learner.ConstantScorer;
import evenhand.learner.Scorer;
import evenhand.learner.WeightedLearner.Fitting;
import evenhand.learner.WeightedLearnerContract;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every adapter owes besides {@link WeightedLearnerContract}: the same bits from either layout
 * and after any other fit, certainty in a form of our own, and sentences for what it can't take.
 */
abstract class LearnerContract extends WeightedLearnerContract {

  private static final int ROWS = 400;

  private final CsrMatrix features = Samples.steps(ROWS, 6, new SplittableRandom(1));
  private final int[] labels = Samples.labels(features.toDense(), new SplittableRandom(2));

  @Test
  void nineTenthsOfTheWeightIsNineTenthsOfTheProbability() {
    CsrMatrix alike = features.select(new int[ROWS]);
    int[] halves = IntStream.range(0, ROWS).map(i -> i % 2).toArray();
    double[] weights = IntStream.of(halves).mapToDouble(label -> label == 1 ? 9 : 1).toArray();

    assertThat(fit(alike, halves, weights, 5).score(alike)[0]).isCloseTo(0.9, within(0.05));
  }

  @Test
  void denseAndSparseGiveTheSameBits() {
    double[] weights = Samples.weights(ROWS, 2, new SplittableRandom(3));
    DenseMatrix dense = features.toDense();

    Scorer fromSparse = fit(features, labels, weights, 5);
    Scorer fromDense = fit(dense, labels, weights, 5);

    assertThat(fromDense.score(dense)).isEqualTo(fromSparse.score(features));
    assertThat(fromSparse.score(dense)).isEqualTo(fromDense.score(features));
  }

  @Test
  void aFitDependsOnNothingButSeedLabelsAndWeights() {
    double[] weights = Samples.weights(ROWS, 2, new SplittableRandom(3));
    double[] expected = fit(features, labels, weights, 5).score(features);
    int[] flipped = IntStream.of(labels).map(label -> 1 - label).toArray();

    try (Fitting fitting = learner().on(features, 5)) {
      Scorer other = fitting.fit(flipped, Samples.weights(ROWS, 9, new SplittableRandom(4)));
      assertThat(other.score(features)).isNotEqualTo(expected);
      assertThat(fitting.fit(labels, weights).score(features)).isEqualTo(expected);
    }
  }

  @Test
  void oneLabelIsCertain() {
    double[] weights = Samples.ones(ROWS);
    assertThat(fit(features, new int[ROWS], weights, 5)).isEqualTo(new ConstantScorer(0));
    int[] ones = new int[ROWS];
    Arrays.fill(ones, 1);
    assertThat(fit(features, ones, weights, 5)).isEqualTo(new ConstantScorer(1));
    ones[7] = 0;
    weights[7] = 0;
    assertThat(fit(features, ones, weights, 5)).isEqualTo(new ConstantScorer(1));
  }

  @Test
  void refusesWhatIsNoLabelAndNoWeight() {
    try (Fitting fitting = learner().on(features, 5)) {
      assertRefused(fitting, new int[3], Samples.ones(3), "sizes differ: 400 rows");
      assertRefused(fitting, new int[ROWS], new double[ROWS], "the weights are all 0");
      int[] two = labels.clone();
      two[3] = 2;
      assertRefused(fitting, two, Samples.ones(ROWS), "a label must be 0 or 1, was 2");
      for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e39}) {
        double[] weights = Samples.ones(ROWS);
        weights[3] = bad;
        assertRefused(fitting, labels, weights, "must be finite and at least 0, was " + bad);
      }
    }
  }

  @Test
  void refusesFeaturesThatAreNoNumbers() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -2e38f}) {
      DenseMatrix dense = new DenseMatrix(2, 3, new float[] {1, 0, 1, 1, bad, 1});
      CsrMatrix sparse =
          new CsrMatrix(3, 3, new int[] {0, 1, 1, 3}, new int[] {0, 1, 2}, new float[] {1, bad, 1});
      assertThatThrownBy(() -> learner().on(dense, 5))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("the feature in row 1, column 1 is " + bad + ", but ");
      assertThatThrownBy(() -> learner().on(sparse, 5))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("the feature in row 2, column 1 is " + bad + ", but ");
    }
  }

  private static void assertRefused(Fitting fitting, int[] labels, double[] weights, String why) {
    assertThatThrownBy(() -> fitting.fit(labels, weights))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private Scorer fit(Matrix rows, int[] rowLabels, double[] weights, long seed) {
    try (Fitting fitting = learner().on(rows, seed)) {
      return fitting.fit(rowLabels, weights);
    }
  }
}
