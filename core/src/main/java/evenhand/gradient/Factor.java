package evenhand.gradient;

/** Solves A·x = b in place for a small symmetric positive definite A. */
final class Factor {

  private Factor() {}

  /**
   * @param matrix row-major, lower triangle filled; overwritten by the factor L of A = L·Lᵀ
   * @param vector b, overwritten by x
   * @return whether A was positive definite up to rounding; if not, b is not solved for
   */
  static boolean solve(double[] matrix, double[] vector) {
    int size = vector.length;
    for (int i = 0; i < size; i++) {
      int row = i * size;
      for (int j = 0; j <= i; j++) {
        int other = j * size;
        double sum = matrix[row + j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[row + k] * matrix[other + k];
        }
        if (j < i) {
          matrix[row + j] = sum / matrix[other + j];
        } else if (sum > 1e-15 * matrix[row + i]) {
          matrix[row + i] = Math.sqrt(sum);
        } else {
          return false;
        }
      }
    }
    substitute(matrix, vector);
    return true;
  }

  private static void substitute(double[] lower, double[] vector) {
    int size = vector.length;
    for (int i = 0; i < size; i++) {
      double sum = vector[i];
      for (int k = 0; k < i; k++) {
        sum -= lower[i * size + k] * vector[k];
      }
      vector[i] = sum / lower[i * size + i];
    }
    for (int i = size - 1; i >= 0; i--) {
      vector[i] /= lower[i * size + i];
      for (int k = 0; k < i; k++) {
        vector[k] -= lower[i * size + k] * vector[i];
      }
    }
  }
}
