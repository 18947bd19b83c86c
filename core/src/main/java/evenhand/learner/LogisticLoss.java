package evenhand.learner;

import evenhand.data.CsrMatrix;
import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The derivatives of the mean weighted logistic loss over the rows of one matrix, without the
 * penalty.
 *
 * <p>Rows are summed in blocks whose borders depend on the shape alone, and the blocks in their
 * order, so that any number of threads gives the same bits.
 */
final class LogisticLoss {

  private static final int ROWS_PER_BLOCK = 2048;
  private static final int MAX_BLOCKS = 16;
  private static final long MAX_HESSIAN_ENTRIES = 1L << 24;

  private final int rows;
  private final int parameters;
  private final RowKernel kernel;
  private final int blocks;
  private final double[][] partial;
  private final double[] curvature;
  private int[] labels = new int[0];
  private double[] weights = new double[0];

  LogisticLoss(Matrix features) {
    this.rows = features.rows();
    this.kernel = kernel(features);
    this.parameters = kernel.parameters();
    this.blocks = Math.max(1, Math.min(MAX_BLOCKS, rows / ROWS_PER_BLOCK));
    this.partial = new double[blocks][parameters];
    this.curvature = new double[rows];
  }

  private static RowKernel kernel(Matrix features) {
    if (features instanceof CsrMatrix sparse) {
      return OneHotKernel.of(sparse);
    }
    return new DenseKernel((DenseMatrix) features);
  }

  /** Position of a column's coefficient among the parameters. */
  int parameterOf(int column) {
    return kernel.parameterOf(column);
  }

  /** Position of the intercept among the parameters. */
  int intercept() {
    return kernel.intercept();
  }

  /** One for each column, the intercept, and what the kernel needs. */
  int parameters() {
    return parameters;
  }

  /**
   * The rows' targets from now on.
   *
   * @param newWeights shape [n]; divided by {@code total} on the way
   */
  void target(int[] newLabels, double[] newWeights, double total) {
    labels = newLabels;
    weights = new double[rows];
    for (int i = 0; i < rows; i++) {
      weights[i] = newWeights[i] / total;
    }
  }

  /**
   * The gradient at θ; keeps the rows' curvatures for {@link #hessian} and {@link #hessianTimes}.
   *
   * @param out shape [parameters()], overwritten
   */
  void gradient(double[] theta, double[] out) {
    sum(
        (from, to, into) ->
            kernel.gradient(
                from, to, new RowKernel.Target(labels, weights, theta, curvature), into),
        out);
  }

  /**
   * The Hessian where the last gradient was taken.
   *
   * @param out row-major lower triangle, shape [parameters()²], overwritten
   */
  void hessian(double[] out) {
    Arrays.fill(out, 0);
    int parts = (int) Math.max(1, Math.min(blocks, MAX_HESSIAN_ENTRIES / out.length));
    double[][] sums = new double[parts][];
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              sums[part] = part == 0 ? out : new double[out.length];
              kernel.hessian(border(part, parts), border(part + 1, parts), curvature, sums[part]);
            });
    for (int part = 1; part < parts; part++) {
      add(sums[part], out);
    }
  }

  /**
   * The Hessian, where the last gradient was taken, times a vector; both of shape [parameters()].
   */
  void hessianTimes(double[] vector, double[] out) {
    sum((from, to, into) -> kernel.hessianTimes(from, to, curvature, vector, into), out);
  }

  /** The Hessian's diagonal, where the last gradient was taken, shape [parameters()]. */
  void hessianDiagonal(double[] out) {
    sum((from, to, into) -> kernel.hessianDiagonal(from, to, curvature, into), out);
  }

  private interface BlockSum {
    void add(int from, int to, double[] into);
  }

  private void sum(BlockSum term, double[] out) {
    if (blocks == 1) {
      Arrays.fill(out, 0);
      term.add(0, rows, out);
      return;
    }
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              Arrays.fill(partial[block], 0);
              term.add(border(block, blocks), border(block + 1, blocks), partial[block]);
            });
    System.arraycopy(partial[0], 0, out, 0, parameters);
    for (int block = 1; block < blocks; block++) {
      add(partial[block], out);
    }
  }

  private int border(int block, int of) {
    return (int) ((long) rows * block / of);
  }

  private static void add(double[] term, double[] sum) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += term[j];
    }
  }
}
