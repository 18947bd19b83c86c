package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class DependenceTest {

  @Nested
  final class CovarianceTest extends ScoreLossContract {

    @Override
    ScoreLoss loss() {
      return new Dependence(Dependence.Measure.COVARIANCE, Batches.ATTRIBUTE);
    }
  }

  @Nested
  final class HsicTest extends ScoreLossContract {

    @Override
    ScoreLoss loss() {
      return new Dependence(Dependence.Measure.HSIC, Batches.ATTRIBUTE);
    }
  }

  @Nested
  final class CorrelationTest extends ScoreLossContract {

    @Override
    ScoreLoss loss() {
      return new Dependence(Dependence.Measure.CORRELATION, Batches.ATTRIBUTE);
    }
  }

  /** numpy 2.4.6, {@code numpy.corrcoef([.1, .4, .5, .9, .7], [0, 0, 1, 1, 1])[0, 1] ** 2}. */
  @Test
  void ofTwoGroupsTheCorrelationIsPearsonsSquared() {
    double[] values = {0.1, 0.4, 0.5, 0.9, 0.7};
    double[] ones = {1, 1, 1, 1, 1};
    Predictions rows =
        new Predictions(
            values,
            values,
            ones,
            new Groups(Batches.ATTRIBUTE, List.of("a", "b"), new int[] {0, 0, 1, 1, 1}));

    assertThat(new Dependence(Dependence.Measure.CORRELATION, Batches.ATTRIBUTE).of(rows).value())
        .isCloseTo(0.6603260869565218, within(1e-14));
  }

  @Test
  void thereIsNoCorrelationOfConstants() {
    Predictions rows = Batches.twins(4);
    double[] same = new double[8];

    assertThat(
            new Dependence(Dependence.Measure.CORRELATION, Batches.ATTRIBUTE)
                .of(new Predictions(same, same, rows.weights(), rows.groups())))
        .usingRecursiveComparison()
        .isEqualTo(Loss.Evaluated.nothing(8));
  }

  @Test
  void onlyTheKernelSeesASpreadThatLeavesTheMeansEven() {
    Batch batch =
        new Batch(
            new int[] {0, 0, 1, 1},
            new double[] {1, 1, 1, 1},
            new double[] {1, 1, 1, 1},
            List.of(new Groups(Batches.ATTRIBUTE, List.of("a", "b"), new int[] {0, 0, 1, 1})));
    double[] logits = {0, 0, 3, -3};

    assertThat(
            new Dependence(Dependence.Measure.COVARIANCE, Batches.ATTRIBUTE)
                .on(batch, logits)
                .value())
        .isCloseTo(0, within(1e-15));
    assertThat(new Dependence(Dependence.Measure.HSIC, Batches.ATTRIBUTE).on(batch, logits).value())
        .isGreaterThan(0.1);
  }

  /** tr(KHLH)/n², written out with H = I − 11ᵀ/n. */
  @Test
  void agreesWithTheTraceOfTheCentredKernels() {
    for (int seed = 0; seed < 10; seed++) {
      Batch some = Batches.random(seed, 12, 3);
      double[] ones = new double[12];
      java.util.Arrays.fill(ones, 1);
      Batch batch = new Batch(some.labels(), ones, ones, some.groups());
      double[] logits = Batches.logits(seed, 12);

      assertThat(
              new Dependence(Dependence.Measure.HSIC, Batches.ATTRIBUTE).on(batch, logits).value())
          .isCloseTo(trace(batch.groups().get(0).codes(), logits), within(1e-13));
    }
  }

  private static double trace(int[] codes, double[] logits) {
    int n = codes.length;
    double[][] scores = new double[n][n];
    double[][] groups = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double far =
            (1 / (1 + Math.exp(-logits[i])) - 1 / (1 + Math.exp(-logits[j]))) / Dependence.WIDTH;
        scores[i][j] = Math.exp(-far * far / 2);
        groups[i][j] = codes[i] == codes[j] ? 1 : 0;
      }
    }
    double[][] left = centred(scores);
    double[][] right = centred(groups);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sum += left[i][j] * right[i][j];
      }
    }
    return sum / (n * n);
  }

  private static double[][] centred(double[][] kernel) {
    int n = kernel.length;
    double[] mean = new double[n];
    double all = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        mean[i] += kernel[i][j] / n;
        all += kernel[i][j] / (n * n);
      }
    }
    double[][] centred = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        centred[i][j] = kernel[i][j] - mean[i] - mean[j] + all;
      }
    }
    return centred;
  }
}
