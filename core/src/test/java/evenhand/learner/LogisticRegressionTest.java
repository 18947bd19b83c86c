package evenhand.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.GoldenTables;
import evenhand.data.CsrMatrix;
import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LogisticRegressionTest extends WeightedLearnerContract {

  @Override
  protected WeightedLearner learner() {
    return LogisticRegression.defaults();
  }

  /** golden/logistic.json: scikit-learn 1.2.1, polished to a gradient of 1e-17. */
  @Test
  void agreesWithScikitLearn() {
    JsonNode golden = GoldenTables.json("logistic.json");
    Matrix features = people();
    int[] labels = GoldenTables.whole("people.csv", "label");
    for (JsonNode expected : golden.get("fits")) {
      double[] weights = new double[labels.length];
      Arrays.fill(weights, 1);
      if (expected.get("weighted").asBoolean()) {
        weights = GoldenTables.numbers("people.csv", "weight");
      }
      LogisticRegression learner = new LogisticRegression(expected.get("C").asDouble(), 1e-8, 200);
      LogisticScorer scorer = (LogisticScorer) learner.on(features, 1).fit(labels, weights);

      double[] coefficients = GoldenTables.numbers(expected.get("coefficients"));
      assertThat(scorer.coefficients()).containsExactly(coefficients, within(1e-9));
      assertThat(scorer.intercept()).isCloseTo(expected.get("intercept").asDouble(), within(1e-9));
      double[] first = GoldenTables.numbers(expected.get("probability_of_1_first_10_rows"));
      assertThat(Arrays.copyOf(scorer.score(features), 10)).containsExactly(first, within(1e-9));
    }
  }

  private static DenseMatrix people() {
    int rows = GoldenTables.whole("people.csv", "label").length;
    float[] values = new float[4 * rows];
    for (int j = 0; j < 4; j++) {
      double[] column = GoldenTables.numbers("people.csv", "x" + (j + 1));
      for (int i = 0; i < rows; i++) {
        values[4 * i + j] = (float) column[i];
      }
    }
    return new DenseMatrix(rows, 4, values);
  }

  @Test
  void separableRowsHaveAFiniteOptimum() {
    DenseMatrix line = new DenseMatrix(4, 1, new float[] {-2, -1, 1, 2});
    double[] ones = {1, 1, 1, 1};
    for (double c : new double[] {1e-6, 1, 1e6}) {
      LogisticScorer scorer =
          (LogisticScorer)
              new LogisticRegression(c, 1e-8, 500).on(line, 1).fit(new int[] {0, 0, 1, 1}, ones);
      assertThat(scorer.coefficients()[0]).isBetween(0.0, 1e3);
      assertThat(scorer.intercept()).isCloseTo(0, within(1e-6));
      assertThat(gradientLeft(line, new int[] {0, 0, 1, 1}, ones, c, scorer)).isLessThan(1e-7);
    }
  }

  @Test
  void hugeAndTinyWeightsAreNoTrouble() {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[300];
    int[] labels = new int[300];
    double[] weights = new double[300];
    for (int i = 0; i < 300; i++) {
      values[i] = (float) random.nextDouble();
      labels[i] = random.nextDouble() < values[i] ? 1 : 0;
      weights[i] = Math.pow(10, random.nextInt(25) - 12);
    }
    DenseMatrix features = new DenseMatrix(300, 1, values);
    LogisticScorer scorer =
        (LogisticScorer) LogisticRegression.defaults().on(features, 1).fit(labels, weights);

    assertThat(gradientLeft(features, labels, weights, 1, scorer)).isLessThan(1e-7);
  }

  @Test
  void aConstantColumnIsSharedWithTheInterceptAndCostsNothing() {
    DenseMatrix features = new DenseMatrix(4, 2, new float[] {0, 3, 1, 3, 0, 3, 1, 3});
    int[] labels = {0, 1, 1, 1};
    double[] ones = {1, 1, 1, 1};
    LogisticScorer scorer =
        (LogisticScorer) LogisticRegression.defaults().on(features, 1).fit(labels, ones);

    assertThat(scorer.coefficients()[1]).isCloseTo(0, within(1e-8));
    assertThat(gradientLeft(features, labels, ones, 1, scorer)).isLessThan(1e-8);
  }

  @Test
  void aColumnOfZerosGetsNoCoefficient() {
    CsrMatrix features =
        new CsrMatrix(3, 2, new int[] {0, 1, 1, 2}, new int[] {1, 1}, new float[] {1, 1});
    LogisticScorer scorer =
        (LogisticScorer)
            LogisticRegression.defaults()
                .on(features, 1)
                .fit(new int[] {1, 0, 1}, new double[] {1, 1, 1});

    assertThat(scorer.coefficients()[0]).isZero();
  }

  @Test
  void oneLabelHasAConstantScorer() {
    DenseMatrix features = new DenseMatrix(2, 1, new float[] {1, 2});
    WeightedLearner.Fitting fitting = LogisticRegression.defaults().on(features, 1);

    assertThat(fitting.fit(new int[] {1, 1}, new double[] {1, 1})).isEqualTo(new ConstantScorer(1));
    assertThat(fitting.fit(new int[] {1, 0}, new double[] {0, 3})).isEqualTo(new ConstantScorer(0));
  }

  /** Beyond 700 columns the Hessian is not built any more. */
  @Test
  void manyColumnsHaveTheSameOptimum() {
    SplittableRandom random = new SplittableRandom(3);
    int rows = 600;
    int columns = 900;
    int[] offsets = new int[rows + 1];
    int[] indices = new int[rows * 3];
    float[] values = new float[rows * 3];
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      offsets[i + 1] = 3 * i + 3;
      for (int k = 0; k < 3; k++) {
        indices[3 * i + k] = 300 * k + random.nextInt(300);
        values[3 * i + k] = k == 0 ? 1 : (float) random.nextDouble();
      }
      labels[i] = random.nextDouble() < (indices[3 * i] % 2 == 0 ? 0.8 : 0.3) ? 1 : 0;
    }
    CsrMatrix features = new CsrMatrix(rows, columns, offsets, indices, values);
    double[] weights = random.doubles(rows, 0, 2).toArray();
    LogisticScorer scorer =
        (LogisticScorer) LogisticRegression.defaults().on(features, 1).fit(labels, weights);

    assertThat(gradientLeft(features, labels, weights, 1, scorer)).isLessThan(1e-8);
  }

  @Test
  void badInputIsRefused() {
    assertThatThrownBy(() -> new LogisticRegression(0, 1e-8, 100))
        .hasMessage("C must be positive and finite, was 0.0");
    assertThatThrownBy(() -> new LogisticRegression(1, 1, 100))
        .hasMessage("the tolerance must be in (0, 1), was 1.0");
    assertThatThrownBy(() -> new LogisticRegression(1, 1e-8, 0))
        .hasMessage("need at least 1 iteration, got 0");
    WeightedLearner.Fitting fitting =
        LogisticRegression.defaults().on(new DenseMatrix(2, 1, new float[] {1, 2}), 1);
    assertThatThrownBy(() -> fitting.fit(new int[] {0, 1}, new double[] {1, -1}))
        .hasMessage("the weight of row 1 must be finite and at least 0, was -1.0");
    assertThatThrownBy(() -> fitting.fit(new int[] {0, 1}, new double[] {Double.NaN, 1}))
        .hasMessage("the weight of row 0 must be finite and at least 0, was NaN");
    assertThatThrownBy(() -> fitting.fit(new int[] {0, 1}, new double[] {0, 0}))
        .hasMessage("the weights must add up to a positive finite number, got 0.0");
    assertThatThrownBy(() -> fitting.fit(new int[] {0}, new double[] {1}))
        .hasMessage("need 2 labels and weights, got 1 and 1");
  }

  /** The largest entry of the objective's gradient over C·Σw, by plain sums over rows. */
  private static double gradientLeft(
      Matrix features, int[] labels, double[] weights, double c, LogisticScorer scorer) {
    double[] scores = scorer.score(features);
    double[] coefficients = scorer.coefficients();
    double[] gradient = new double[coefficients.length + 1];
    float[] row = new float[coefficients.length];
    double total = Arrays.stream(weights).sum();
    for (int i = 0; i < labels.length; i++) {
      features.copyRow(i, row);
      double residual = weights[i] * (scores[i] - labels[i]) / total;
      for (int j = 0; j < row.length; j++) {
        gradient[j] += residual * row[j];
      }
      gradient[row.length] += residual;
    }
    double worst = Math.abs(gradient[row.length]);
    for (int j = 0; j < row.length; j++) {
      worst = Math.max(worst, Math.abs(gradient[j] + coefficients[j] / (c * total)));
    }
    return worst;
  }
}
