package evenhand.learner;

/**
 * The sums over a range of rows that a logistic fit is made of. Each adds to what is there. A
 * kernel orders the parameters as suits it; one more than d + 1 may be there for its own use, whose
 * sums are 0.
 */
interface RowKernel {

  /**
   * How many parameters there are: one for each column, the intercept, and what the kernel needs.
   */
  int parameters();

  /** Position of a column's coefficient among the parameters. */
  int parameterOf(int column);

  /** Position of the intercept among the parameters. */
  int intercept();

  /**
   * What the rows should be, and where they are now.
   *
   * @param labels shape [n]
   * @param weights shape [n]; a row of weight 0 is skipped
   * @param theta the parameters, shape [parameters()]
   * @param curvature shape [n], written: w·p·(1 − p)
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Target(int[] labels, double[] weights, double[] theta, double[] curvature) {

    /** w·(p − y) of a row at the linear predictor z; stores its curvature. */
    double residual(int row, double z) {
      double e = Sigmoid.expOfNegative(-Math.abs(z));
      double likely = 1 / (1 + e);
      double unlikely = e * likely;
      double weight = weights[row];
      curvature[row] = weight * likely * unlikely;
      double p = z >= 0 ? likely : unlikely;
      return labels[row] == 1 ? -weight * (z >= 0 ? unlikely : likely) : weight * p;
    }
  }

  /** Adds Σ w·(p − y)·(x, 1) of the rows [from, to). */
  void gradient(int from, int to, Target target, double[] gradient);

  /** Adds the lower triangle of Σ c·(x, 1)·(x, 1)ᵀ, row-major. */
  void hessian(int from, int to, double[] curvature, double[] hessian);

  /** Adds Σ c·(x, 1)·((x, 1)·v). */
  void hessianTimes(int from, int to, double[] curvature, double[] vector, double[] product);

  /** Adds Σ c·(x, 1)², entry by entry. */
  void hessianDiagonal(int from, int to, double[] curvature, double[] diagonal);
}
