package evenhand.learner;

import evenhand.data.DenseMatrix;

/** Sums over rows of which every value is stored. */
final class DenseKernel implements RowKernel {

  private static final int ROWS_AT_ONCE = 4;

  private final DenseMatrix matrix;

  DenseKernel(DenseMatrix matrix) {
    this.matrix = matrix;
  }

  @Override
  public int parameters() {
    return matrix.columns() + 1;
  }

  @Override
  public int parameterOf(int column) {
    return column;
  }

  @Override
  public int intercept() {
    return matrix.columns();
  }

  @Override
  public void gradient(int from, int to, Target target, double[] gradient) {
    float[] values = matrix.values();
    double[] theta = target.theta();
    int d = matrix.columns();
    double interceptSum = 0;
    for (int i = from; i < to; i++) {
      if (target.weights()[i] == 0) {
        target.curvature()[i] = 0;
        continue;
      }
      int row = i * d;
      double residual = target.residual(i, dot(row, theta));
      for (int j = 0; j < d; j++) {
        gradient[j] += residual * values[row + j];
      }
      interceptSum += residual;
    }
    gradient[d] += interceptSum;
  }

  /** (x, 1)·v of the row that starts there. */
  private double dot(int row, double[] vector) {
    float[] values = matrix.values();
    int d = matrix.columns();
    double even = vector[d];
    double odd = 0;
    int j = 0;
    for (; j + 1 < d; j += 2) {
      even += values[row + j] * vector[j];
      odd += values[row + j + 1] * vector[j + 1];
    }
    return j < d ? even + odd + values[row + j] * vector[j] : even + odd;
  }

  @Override
  public void hessian(int from, int to, double[] curvature, double[] hessian) {
    int size = matrix.columns() + 1;
    double[][] x = new double[ROWS_AT_ONCE][size];
    double[] c = new double[ROWS_AT_ONCE];
    for (int i = from; i < to; i += ROWS_AT_ONCE) {
      for (int r = 0; r < ROWS_AT_ONCE; r++) {
        c[r] = i + r < to ? curvature[i + r] : 0;
        if (c[r] != 0) {
          load(i + r, x[r]);
        }
      }
      addOuterProducts(x, c, size, hessian);
    }
  }

  private void load(int row, double[] into) {
    float[] values = matrix.values();
    int d = matrix.columns();
    for (int j = 0, at = row * d; j < d; j++, at++) {
      into[j] = values[at];
    }
    into[d] = 1;
  }

  /** Σ c·x·xᵀ of four rows in one sweep over the triangle. */
  private static void addOuterProducts(double[][] x, double[] c, int size, double[] hessian) {
    double[] x0 = x[0];
    double[] x1 = x[1];
    double[] x2 = x[2];
    double[] x3 = x[3];
    for (int a = 0; a < size; a++) {
      double s0 = c[0] * x0[a];
      double s1 = c[1] * x1[a];
      double s2 = c[2] * x2[a];
      double s3 = c[3] * x3[a];
      int row = a * size;
      for (int b = 0; b <= a; b++) {
        hessian[row + b] += s0 * x0[b] + s1 * x1[b] + s2 * x2[b] + s3 * x3[b];
      }
    }
  }

  @Override
  public void hessianTimes(
      int from, int to, double[] curvature, double[] vector, double[] product) {
    float[] values = matrix.values();
    int d = matrix.columns();
    for (int i = from; i < to; i++) {
      int row = i * d;
      double scaled = curvature[i] * dot(row, vector);
      for (int j = 0; j < d; j++) {
        product[j] += scaled * values[row + j];
      }
      product[d] += scaled;
    }
  }

  @Override
  public void hessianDiagonal(int from, int to, double[] curvature, double[] diagonal) {
    int d = matrix.columns();
    for (int i = from; i < to; i++) {
      for (int j = 0, at = i * d; j < d; j++, at++) {
        double value = matrix.values()[at];
        diagonal[j] += curvature[i] * value * value;
      }
      diagonal[d] += curvature[i];
    }
  }
}
