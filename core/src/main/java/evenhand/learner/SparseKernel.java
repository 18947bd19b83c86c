package evenhand.learner;

import evenhand.data.CsrMatrix;

/** Sums over compressed sparse rows. */
final class SparseKernel implements RowKernel {

  private final CsrMatrix matrix;

  SparseKernel(CsrMatrix matrix) {
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
    int[] offsets = matrix.offsets();
    int[] indices = matrix.indices();
    float[] values = matrix.values();
    double[] theta = target.theta();
    int last = matrix.columns();
    double interceptSum = 0;
    for (int i = from; i < to; i++) {
      if (target.weights()[i] == 0) {
        target.curvature()[i] = 0;
        continue;
      }
      double z = theta[last];
      for (int at = offsets[i]; at < offsets[i + 1]; at++) {
        z += values[at] * theta[indices[at]];
      }
      double residual = target.residual(i, z);
      for (int at = offsets[i]; at < offsets[i + 1]; at++) {
        gradient[indices[at]] += residual * values[at];
      }
      interceptSum += residual;
    }
    gradient[last] += interceptSum;
  }

  @Override
  public void hessian(int from, int to, double[] curvature, double[] hessian) {
    int[] offsets = matrix.offsets();
    int[] indices = matrix.indices();
    float[] values = matrix.values();
    int size = matrix.columns() + 1;
    int lastRow = (size - 1) * size;
    for (int i = from; i < to; i++) {
      double c = curvature[i];
      if (c == 0) {
        continue;
      }
      int start = offsets[i];
      int end = offsets[i + 1];
      for (int a = start; a < end; a++) {
        double scaled = c * values[a];
        int row = indices[a] * size;
        for (int b = start; b <= a; b++) {
          hessian[row + indices[b]] += scaled * values[b];
        }
        hessian[lastRow + indices[a]] += scaled;
      }
      hessian[lastRow + size - 1] += c;
    }
  }

  @Override
  public void hessianTimes(
      int from, int to, double[] curvature, double[] vector, double[] product) {
    int[] offsets = matrix.offsets();
    int[] indices = matrix.indices();
    float[] values = matrix.values();
    int last = matrix.columns();
    for (int i = from; i < to; i++) {
      if (curvature[i] == 0) {
        continue;
      }
      double dot = vector[last];
      for (int at = offsets[i]; at < offsets[i + 1]; at++) {
        dot += values[at] * vector[indices[at]];
      }
      double scaled = curvature[i] * dot;
      for (int at = offsets[i]; at < offsets[i + 1]; at++) {
        product[indices[at]] += scaled * values[at];
      }
      product[last] += scaled;
    }
  }

  @Override
  public void hessianDiagonal(int from, int to, double[] curvature, double[] diagonal) {
    for (int i = from; i < to; i++) {
      for (int at = matrix.offsets()[i]; at < matrix.offsets()[i + 1]; at++) {
        double value = matrix.values()[at];
        diagonal[matrix.indices()[at]] += curvature[i] * value * value;
      }
      diagonal[matrix.columns()] += curvature[i];
    }
  }
}
