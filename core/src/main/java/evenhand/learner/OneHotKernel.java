package evenhand.learner;

import evenhand.data.CsrMatrix;

/**
 * Sums over sparse rows of which most entries are 1. The few columns with other values are kept
 * dense and come first among the parameters, then the intercept, then the columns that hold nothing
 * but 0 and 1, of which only the positions are kept.
 */
final class OneHotKernel implements RowKernel {

  private static final int MAX_VALUED = 64;

  private final int valued;
  private final int[] parameterOf;
  private final float[] values;
  private final int[] offsets;
  private final int[] units;

  private OneHotKernel(CsrMatrix matrix, int[] parameterOf, int valued) {
    this.valued = valued;
    this.parameterOf = parameterOf;
    this.values = new float[Math.multiplyExact(matrix.rows(), valued)];
    this.offsets = new int[matrix.rows() + 1];
    int[] found = new int[matrix.nonZeros()];
    int count = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      for (int at = matrix.offsets()[i]; at < matrix.offsets()[i + 1]; at++) {
        int parameter = parameterOf[matrix.indices()[at]];
        if (parameter < valued) {
          values[i * valued + parameter] = matrix.values()[at];
        } else {
          found[count++] = parameter;
        }
      }
      offsets[i + 1] = count;
    }
    this.units = java.util.Arrays.copyOf(found, count);
  }

  /** Whether this layout is the better one for that matrix. */
  static boolean suits(CsrMatrix matrix) {
    boolean[] holdsValues = holdsValues(matrix);
    int valued = 0;
    for (boolean one : holdsValues) {
      valued += one ? 1 : 0;
    }
    long entries = 0;
    for (int index : matrix.indices()) {
      entries += holdsValues[index] ? 1 : 0;
    }
    long stored = (long) valued * matrix.rows();
    return valued <= MAX_VALUED && stored <= 2 * entries && stored <= Integer.MAX_VALUE - 8;
  }

  static OneHotKernel of(CsrMatrix matrix) {
    boolean[] holdsValues = holdsValues(matrix);
    int valued = 0;
    for (boolean one : holdsValues) {
      valued += one ? 1 : 0;
    }
    int[] parameterOf = new int[matrix.columns()];
    int nextValued = 0;
    int nextUnit = valued + 1;
    for (int j = 0; j < parameterOf.length; j++) {
      parameterOf[j] = holdsValues[j] ? nextValued++ : nextUnit++;
    }
    return new OneHotKernel(matrix, parameterOf, valued);
  }

  private static boolean[] holdsValues(CsrMatrix matrix) {
    boolean[] holdsValues = new boolean[matrix.columns()];
    for (int at = 0; at < matrix.nonZeros(); at++) {
      if (matrix.values()[at] != 1f) {
        holdsValues[matrix.indices()[at]] = true;
      }
    }
    return holdsValues;
  }

  @Override
  public int parameterOf(int column) {
    return parameterOf[column];
  }

  @Override
  public int intercept() {
    return valued;
  }

  @Override
  public void gradient(int from, int to, Target target, double[] gradient) {
    double[] theta = target.theta();
    double interceptSum = 0;
    for (int i = from; i < to; i++) {
      if (target.weights()[i] == 0) {
        target.curvature()[i] = 0;
        continue;
      }
      double residual = target.residual(i, dot(i, theta));
      for (int j = 0, at = i * valued; j < valued; j++, at++) {
        gradient[j] += residual * values[at];
      }
      for (int at = offsets[i]; at < offsets[i + 1]; at++) {
        gradient[units[at]] += residual;
      }
      interceptSum += residual;
    }
    gradient[valued] += interceptSum;
  }

  /** (x, 1)·v of one row, in two sums that do not wait for each other. */
  private double dot(int row, double[] vector) {
    double first = vector[valued];
    double second = 0;
    for (int j = 0, at = row * valued; j < valued; j++, at++) {
      first += values[at] * vector[j];
    }
    int at = offsets[row];
    int end = offsets[row + 1];
    for (; at + 1 < end; at += 2) {
      first += vector[units[at]];
      second += vector[units[at + 1]];
    }
    return at < end ? first + second + vector[units[at]] : first + second;
  }

  @Override
  public void hessian(int from, int to, double[] curvature, double[] hessian) {
    int size = parameterOf.length + 1;
    int dense = valued + 1;
    double[] x = new double[dense];
    double[] scaled = new double[dense];
    x[valued] = 1;
    for (int i = from; i < to; i++) {
      double c = curvature[i];
      if (c == 0) {
        continue;
      }
      for (int j = 0, at = i * valued; j < valued; j++, at++) {
        x[j] = values[at];
        scaled[j] = c * x[j];
      }
      scaled[valued] = c;
      for (int a = 0; a < dense; a++) {
        for (int b = 0; b <= a; b++) {
          hessian[a * size + b] += scaled[a] * x[b];
        }
      }
      int start = offsets[i];
      for (int a = start; a < offsets[i + 1]; a++) {
        int row = units[a] * size;
        for (int b = 0; b < dense; b++) {
          hessian[row + b] += scaled[b];
        }
        for (int b = start; b <= a; b++) {
          hessian[row + units[b]] += c;
        }
      }
    }
  }

  @Override
  public void hessianTimes(
      int from, int to, double[] curvature, double[] vector, double[] product) {
    for (int i = from; i < to; i++) {
      double scaled = curvature[i] * dot(i, vector);
      for (int j = 0, at = i * valued; j < valued; j++, at++) {
        product[j] += scaled * values[at];
      }
      for (int at = offsets[i]; at < offsets[i + 1]; at++) {
        product[units[at]] += scaled;
      }
      product[valued] += scaled;
    }
  }

  @Override
  public void hessianDiagonal(int from, int to, double[] curvature, double[] diagonal) {
    for (int i = from; i < to; i++) {
      double c = curvature[i];
      for (int j = 0, at = i * valued; j < valued; j++, at++) {
        diagonal[j] += c * values[at] * values[at];
      }
      for (int at = offsets[i]; at < offsets[i + 1]; at++) {
        diagonal[units[at]] += c;
      }
      diagonal[valued] += c;
    }
  }
}
