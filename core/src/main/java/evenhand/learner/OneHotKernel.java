package evenhand.learner;

import evenhand.data.CsrMatrix;
import java.util.Arrays;

/**
 * Sums over sparse rows of which most entries are 1, turned on their side: rows are taken a tile at
 * a time and each column of the layout runs down the tile, which leaves long simple loops.
 *
 * <p>The few columns with other values than 0 and 1 are kept dense and come first among the
 * parameters, then the intercept, then the columns of which only the positions of the ones are
 * kept. Rows with fewer ones than others point to one more parameter, whose sums are kept at 0.
 */
final class OneHotKernel implements RowKernel {

  private static final int MAX_VALUED = 64;
  private static final int TILE = 256;

  private final int rows;
  private final int[] parameterOf;
  private final int valued;
  private final int ones;
  private final boolean padded;

  /** Of dense column j and row i at j · rows + i. */
  private final float[] values;

  /** The parameter of row i's k-th one at k · rows + i. */
  private final int[] units;

  private OneHotKernel(CsrMatrix matrix, OneHotLayout layout) {
    this.rows = matrix.rows();
    this.parameterOf = layout.parameterOf();
    this.valued = layout.valued();
    this.ones = layout.ones();
    this.padded = layout.padded();
    this.values = new float[rows * valued];
    this.units = new int[rows * ones];
    Arrays.fill(units, parameterOf.length + 1);
    for (int i = 0; i < rows; i++) {
      int next = i;
      for (int at = matrix.offsets()[i]; at < matrix.offsets()[i + 1]; at++) {
        int parameter = parameterOf[matrix.indices()[at]];
        if (parameter < valued) {
          values[parameter * rows + i] = matrix.values()[at];
        } else {
          units[next] = parameter;
          next += rows;
        }
      }
    }
  }

  /** The kernel of that matrix, unless another layout is better for it. */
  static RowKernel of(CsrMatrix matrix) {
    OneHotLayout layout = OneHotLayout.of(matrix);
    return layout.isCompact(matrix, MAX_VALUED)
        ? new OneHotKernel(matrix, layout)
        : new SparseKernel(matrix);
  }

  @Override
  public int parameters() {
    return parameterOf.length + (padded ? 2 : 1);
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
    double[] even = new double[gradient.length];
    double[] odd = new double[gradient.length];
    double[] tile = new double[TILE];
    for (int start = from; start < to; start += TILE) {
      int count = Math.min(TILE, to - start);
      products(start, count, target.theta(), tile);
      for (int i = 0; i < count; i++) {
        tile[i] = target.residual(start + i, tile[i]);
      }
      scatter(start, count, tile, even, odd);
    }
    addUp(even, odd, gradient);
  }

  /** (x, 1)·v of each row of a tile. */
  private void products(int start, int count, double[] vector, double[] tile) {
    Arrays.fill(tile, 0, count, vector[valued]);
    for (int j = 0; j < valued; j++) {
      double factor = vector[j];
      int column = j * rows + start;
      for (int i = 0; i < count; i++) {
        tile[i] += values[column + i] * factor;
      }
    }
    for (int k = 0; k < ones; k++) {
      int column = k * rows + start;
      for (int i = 0; i < count; i++) {
        tile[i] += vector[units[column + i]];
      }
    }
  }

  /** Adds Σ r·(x, 1) over a tile, into two sums in turn lest one addition wait for the other. */
  private void scatter(int start, int count, double[] tile, double[] even, double[] odd) {
    for (int j = 0; j < valued; j++) {
      int column = j * rows + start;
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += values[column + i] * tile[i];
      }
      even[j] += sum;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += tile[i];
    }
    even[valued] += sum;
    for (int k = 0; k < ones; k++) {
      int column = k * rows + start;
      int i = 0;
      for (; i + 1 < count; i += 2) {
        even[units[column + i]] += tile[i];
        odd[units[column + i + 1]] += tile[i + 1];
      }
      if (i < count) {
        even[units[column + i]] += tile[i];
      }
    }
  }

  private void addUp(double[] even, double[] odd, double[] sum) {
    int real = parameterOf.length + 1;
    for (int j = 0; j < real; j++) {
      sum[j] += even[j] + odd[j];
    }
  }

  @Override
  public void hessian(int from, int to, double[] curvature, double[] hessian) {
    double[][] scaled = new double[valued + 1][TILE];
    int[] lines = new int[TILE];
    int size = parameters();
    for (int start = from; start < to; start += TILE) {
      int count = Math.min(TILE, to - start);
      scale(start, count, curvature, scaled);
      denseBlock(start, count, scaled, hessian);
      for (int k = 0; k < ones; k++) {
        for (int i = 0, at = k * rows + start; i < count; i++, at++) {
          lines[i] = units[at] * size;
        }
        unitLines(start, count, k, lines, scaled, hessian);
      }
    }
    if (padded) {
      Arrays.fill(hessian, (size - 1) * size, size * size, 0);
    }
  }

  /** c·x of each dense column, and c itself last. */
  private void scale(int start, int count, double[] curvature, double[][] scaled) {
    System.arraycopy(curvature, start, scaled[valued], 0, count);
    for (int j = 0; j < valued; j++) {
      int column = j * rows + start;
      for (int i = 0; i < count; i++) {
        scaled[j][i] = scaled[valued][i] * values[column + i];
      }
    }
  }

  private void denseBlock(int start, int count, double[][] scaled, double[] hessian) {
    int size = parameters();
    for (int a = 0; a <= valued; a++) {
      double[] line = scaled[a];
      for (int b = 0; b <= Math.min(a, valued - 1); b++) {
        int column = b * rows + start;
        double sum = 0;
        for (int i = 0; i < count; i++) {
          sum += line[i] * values[column + i];
        }
        hessian[a * size + b] += sum;
      }
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += scaled[valued][i];
    }
    hessian[valued * size + valued] += sum;
  }

  /** The k-th ones against the dense columns, the intercept and the ones up to the k-th. */
  private void unitLines(
      int start, int count, int k, int[] lines, double[][] scaled, double[] hessian) {
    int j = 0;
    for (; j + 2 <= valued; j += 3) {
      double[] first = scaled[j];
      double[] second = scaled[j + 1];
      double[] third = scaled[j + 2];
      for (int i = 0; i < count; i++) {
        int at = lines[i] + j;
        hessian[at] += first[i];
        hessian[at + 1] += second[i];
        hessian[at + 2] += third[i];
      }
    }
    for (; j <= valued; j++) {
      double[] line = scaled[j];
      for (int i = 0; i < count; i++) {
        hessian[lines[i] + j] += line[i];
      }
    }
    double[] c = scaled[valued];
    int other = 0;
    for (; other + 2 < k; other += 4) {
      addFour(start + other * rows, count, lines, c, hessian);
    }
    for (; other <= k; other++) {
      int column = other * rows + start;
      for (int i = 0; i < count; i++) {
        hessian[lines[i] + units[column + i]] += c[i];
      }
    }
  }

  /** Four columns of ones at once, lest one addition to a common entry wait for the one before. */
  private void addFour(int column, int count, int[] lines, double[] terms, double[] sums) {
    for (int i = 0, at = column; i < count; i++, at++) {
      int line = lines[i];
      double term = terms[i];
      sums[line + units[at]] += term;
      sums[line + units[at + rows]] += term;
      sums[line + units[at + 2 * rows]] += term;
      sums[line + units[at + 3 * rows]] += term;
    }
  }

  @Override
  public void hessianTimes(
      int from, int to, double[] curvature, double[] vector, double[] product) {
    double[] even = new double[product.length];
    double[] odd = new double[product.length];
    double[] tile = new double[TILE];
    for (int start = from; start < to; start += TILE) {
      int count = Math.min(TILE, to - start);
      products(start, count, vector, tile);
      for (int i = 0; i < count; i++) {
        tile[i] *= curvature[start + i];
      }
      scatter(start, count, tile, even, odd);
    }
    addUp(even, odd, product);
  }

  @Override
  public void hessianDiagonal(int from, int to, double[] curvature, double[] diagonal) {
    for (int i = from; i < to; i++) {
      double c = curvature[i];
      for (int j = 0; j < valued; j++) {
        double value = values[j * rows + i];
        diagonal[j] += c * value * value;
      }
      for (int k = 0; k < ones; k++) {
        int parameter = units[k * rows + i];
        diagonal[parameter] += parameter > parameterOf.length ? 0 : c;
      }
      diagonal[valued] += c;
    }
  }
}
