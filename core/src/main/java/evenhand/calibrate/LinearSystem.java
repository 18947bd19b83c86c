package evenhand.calibrate;

/** Systems of one to three linear equations. */
final class LinearSystem {

  private LinearSystem() {}

  /** The solution of A x = b by elimination with pivots; A and b are not changed. */
  static double[] solve(double[][] a, double[] b) {
    int d = b.length;
    double[][] rows = new double[d][];
    for (int j = 0; j < d; j++) {
      rows[j] = java.util.Arrays.copyOf(a[j], d + 1);
      rows[j][d] = b[j];
    }
    for (int column = 0; column < d; column++) {
      int pivot = column;
      for (int row = column + 1; row < d; row++) {
        pivot = Math.abs(rows[row][column]) > Math.abs(rows[pivot][column]) ? row : pivot;
      }
      double[] swapped = rows[column];
      rows[column] = rows[pivot];
      rows[pivot] = swapped;
      for (int row = column + 1; row < d; row++) {
        double factor = rows[row][column] / rows[column][column];
        for (int l = column; l <= d; l++) {
          rows[row][l] -= factor * rows[column][l];
        }
      }
    }
    double[] x = new double[d];
    for (int row = d - 1; row >= 0; row--) {
      double rest = rows[row][d];
      for (int l = row + 1; l < d; l++) {
        rest -= rows[row][l] * x[l];
      }
      x[row] = rest / rows[row][row];
    }
    return x;
  }

  static double[][] inverse(double[][] a) {
    int d = a.length;
    double[][] inverse = new double[d][d];
    for (int column = 0; column < d; column++) {
      double[] unit = new double[d];
      unit[column] = 1;
      double[] solved = solve(a, unit);
      for (int row = 0; row < d; row++) {
        inverse[row][column] = solved[row];
      }
    }
    return inverse;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
