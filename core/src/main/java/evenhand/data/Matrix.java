package evenhand.data;

/** Features, one row per person: float values, row-major, dense or compressed sparse rows. */
public sealed interface Matrix permits DenseMatrix, CsrMatrix {

  int rows();

  int columns();

  /**
   * The product with a vector of coefficients.
   *
   * @param vector shape [columns()]
   * @param out shape [rows()], overwritten
   */
  void times(double[] vector, double[] out);

  /** The given rows, in the given order; repeated indices repeat the row. */
  Matrix select(int[] rows);

  /** Copies one row into {@code out}, shape [columns()], zeros included. */
  void copyRow(int row, float[] out);

  /** The smaller of the two layouts for the same values. */
  static Matrix compact(CsrMatrix sparse) {
    long sparseBytes = 8L * sparse.nonZeros() + 4L * (sparse.rows() + 1L);
    long denseBytes = 4L * sparse.rows() * sparse.columns();
    return sparseBytes < denseBytes || denseBytes > 4L * (Integer.MAX_VALUE - 8)
        ? sparse
        : sparse.toDense();
  }
}
