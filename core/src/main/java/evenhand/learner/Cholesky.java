package evenhand.learner;

/**
 * The factor L of a symmetric positive definite matrix A = L·Lᵀ, in place.
 *
 * <p>A pivot that rounding has made too small is replaced by a large one, which takes that
 * direction out of the solution instead of failing.
 */
final class Cholesky {

  private final int size;
  private final double[] lower;

  private Cholesky(int size, double[] lower) {
    this.size = size;
    this.lower = lower;
  }

  /**
   * @param matrix row-major, shape [size × size], lower triangle filled; overwritten by the factor
   */
  static Cholesky of(int size, double[] matrix) {
    for (int i = 0; i < size; i++) {
      int row = i * size;
      double diagonal = matrix[row + i];
      for (int j = 0; j < i; j++) {
        int other = j * size;
        double sum = matrix[row + j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[row + k] * matrix[other + k];
        }
        matrix[row + j] = sum / matrix[other + j];
      }
      double pivot = diagonal;
      for (int k = 0; k < i; k++) {
        pivot -= matrix[row + k] * matrix[row + k];
      }
      matrix[row + i] = pivot > 1e-14 * diagonal ? Math.sqrt(pivot) : 1e150;
    }
    return new Cholesky(size, matrix);
  }

  /**
   * Solves A·x = b.
   *
   * @param vector b, overwritten by x, shape [size]
   */
  void solve(double[] vector) {
    for (int i = 0; i < size; i++) {
      int row = i * size;
      double sum = vector[i];
      for (int k = 0; k < i; k++) {
        sum -= lower[row + k] * vector[k];
      }
      vector[i] = sum / lower[row + i];
    }
    for (int i = size - 1; i >= 0; i--) {
      int row = i * size;
      double value = vector[i] / lower[row + i];
      vector[i] = value;
      for (int k = 0; k < i; k++) {
        vector[k] -= lower[row + k] * value;
      }
    }
  }
}
