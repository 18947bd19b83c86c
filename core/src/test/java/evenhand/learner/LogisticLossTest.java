package evenhand.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.CsrMatrix;
import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The three layouts of rows against central differences and against each other. */
final class LogisticLossTest {

  private static final int ROWS = 200;
  private static final int COLUMNS = 12;

  private final int[] labels = new int[ROWS];
  private final double[] weights = new double[ROWS];

  /**
   * Columns 0 and 3 hold numbers, the others the unit or 0, as two categories have it.
   *
   * @param skipped one in so many rows has no second category; 0: none
   */
  private CsrMatrix sample(long seed, float unit, int skipped) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[ROWS * COLUMNS];
    for (int i = 0; i < ROWS; i++) {
      values[i * COLUMNS] = (float) random.nextDouble();
      values[i * COLUMNS + 3] = (float) (random.nextDouble() - 0.5);
      values[i * COLUMNS + 1 + random.nextInt(2)] = unit;
      int level = random.nextInt(8);
      values[i * COLUMNS + 4 + level] = skipped > 0 && i % skipped == 0 ? 0 : unit;
      labels[i] = random.nextInt(2);
      weights[i] = random.nextInt(4);
    }
    return sparse(values);
  }

  private static CsrMatrix sparse(float[] values) {
    int[] offsets = new int[ROWS + 1];
    int[] indices = new int[values.length];
    float[] kept = new float[values.length];
    int count = 0;
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        if (values[i * COLUMNS + j] != 0) {
          indices[count] = j;
          kept[count++] = values[i * COLUMNS + j];
        }
      }
      offsets[i + 1] = count;
    }
    return new CsrMatrix(
        ROWS, COLUMNS, offsets, Arrays.copyOf(indices, count), Arrays.copyOf(kept, count));
  }

  private LogisticLoss loss(Matrix features) {
    LogisticLoss loss = new LogisticLoss(features);
    loss.target(labels, weights, Arrays.stream(weights).sum());
    return loss;
  }

  /** θ in the order of the columns, intercept last, as this loss orders it. */
  private static double[] ordered(LogisticLoss loss, double[] theta) {
    double[] ordered = new double[loss.parameters()];
    for (int j = 0; j < COLUMNS; j++) {
      ordered[loss.parameterOf(j)] = theta[j];
    }
    ordered[loss.intercept()] = theta[COLUMNS];
    return ordered;
  }

  private double value(Matrix features, double[] theta) {
    double[] z = new double[ROWS];
    features.times(Arrays.copyOf(theta, COLUMNS), z);
    double sum = 0;
    for (int i = 0; i < ROWS; i++) {
      double margin = (labels[i] == 1 ? -1 : 1) * (z[i] + theta[COLUMNS]);
      sum += weights[i] * (Math.max(0, margin) + Math.log1p(Math.exp(-Math.abs(margin))));
    }
    return sum / Arrays.stream(weights).sum();
  }

  private List<Matrix> layouts(long seed) {
    CsrMatrix oneHot = sample(seed, 1, 0);
    return List.of(oneHot, sample(seed, 1, 9), oneHot.toDense(), sample(seed, 2, 0));
  }

  @Test
  void theLayoutsAreAllTried() {
    assertThat(new LogisticLoss(layouts(1).get(0)).parameters()).isEqualTo(COLUMNS + 1);
    assertThat(OneHotKernel.of(sample(1, 1, 0))).isInstanceOf(OneHotKernel.class);
    assertThat(OneHotKernel.of(sample(1, 1, 9))).isInstanceOf(OneHotKernel.class);
    assertThat(new LogisticLoss(layouts(1).get(1)).parameters()).isEqualTo(COLUMNS + 2);
    assertThat(layouts(1).get(2)).isInstanceOf(DenseMatrix.class);
    assertThat(OneHotKernel.of(sample(1, 2, 0))).isInstanceOf(SparseKernel.class);
  }

  @Test
  void theGradientIsTheSlope() {
    for (Matrix features : layouts(2)) {
      LogisticLoss loss = loss(features);
      double[] theta = new SplittableRandom(2).doubles(COLUMNS + 1, -1, 1).toArray();
      double[] gradient = new double[loss.parameters()];
      loss.gradient(ordered(loss, theta), gradient);
      for (int j = 0; j <= COLUMNS; j++) {
        double[] up = theta.clone();
        double[] down = theta.clone();
        up[j] += 1e-5;
        down[j] -= 1e-5;
        int at = j == COLUMNS ? loss.intercept() : loss.parameterOf(j);
        assertThat(gradient[at])
            .isCloseTo((value(features, up) - value(features, down)) / 2e-5, within(1e-9));
      }
    }
  }

  @Test
  void theHessianIsTheSlopeOfTheGradient() {
    for (Matrix features : layouts(3)) {
      LogisticLoss loss = loss(features);
      double[] theta = ordered(loss, new SplittableRandom(3).doubles(COLUMNS + 1, -1, 1).toArray());
      int size = loss.parameters();
      double[] hessian = new double[size * size];
      double[] diagonal = new double[size];
      loss.gradient(theta, new double[size]);
      loss.hessian(hessian);
      loss.hessianDiagonal(diagonal);
      for (int j = 0; j < size; j++) {
        double[] unit = new double[size];
        double[] column = new double[size];
        unit[j] = 1;
        loss.gradient(theta, new double[size]);
        loss.hessianTimes(unit, column);
        double[] slope = slope(loss, theta, j);
        assertThat(diagonal[j]).isCloseTo(hessian[j * size + j], within(1e-15));
        for (int k = 0; k < size; k++) {
          assertThat(column[k]).isCloseTo(slope[k], within(1e-9));
          if (k >= j) {
            assertThat(hessian[k * size + j]).isCloseTo(column[k], within(1e-15));
          }
        }
      }
    }
  }

  private static double[] slope(LogisticLoss loss, double[] theta, int j) {
    double[] up = new double[theta.length];
    double[] down = new double[theta.length];
    double[] moved = theta.clone();
    moved[j] += 1e-5;
    loss.gradient(moved, up);
    moved[j] -= 2e-5;
    loss.gradient(moved, down);
    for (int k = 0; k < up.length; k++) {
      up[k] = (up[k] - down[k]) / 2e-5;
    }
    return up;
  }
}
