package evenhand.gradient;

/**
 * Eigenvalues and orthonormal eigenvectors of a small symmetric matrix by cyclic Jacobi rotations.
 *
 * @param values shape [K], in no order
 * @param vectors shape [K][K], one a column
 */
record SymmetricEigen(double[] values, double[][] vectors) {

  private static final int SWEEPS = 60;

  static SymmetricEigen of(Gramian gramian) {
    int size = gramian.size();
    double[][] a = new double[size][size];
    double[][] v = new double[size][size];
    for (int i = 0; i < size; i++) {
      v[i][i] = 1;
      for (int j = 0; j < size; j++) {
        a[i][j] = gramian.product(i, j);
      }
    }
    double negligible = 1e-17 * gramian.largest();
    boolean rotated = true;
    for (int sweep = 0; rotated && sweep < SWEEPS; sweep++) {
      rotated = false;
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) {
          if (Math.abs(a[p][q]) > negligible) {
            rotate(a, v, p, q);
            rotated = true;
          }
        }
      }
    }
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = a[i][i];
    }
    return new SymmetricEigen(values, v);
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
    double cosine = 1 / Math.hypot(tangent, 1);
    double sine = tangent * cosine;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = cosine * kp - sine * kq;
      a[k][q] = sine * kp + cosine * kq;
    }
    for (int k = 0; k < a.length; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = cosine * pk - sine * qk;
      a[q][k] = sine * pk + cosine * qk;
      double vp = v[k][p];
      double vq = v[k][q];
      v[k][p] = cosine * vp - sine * vq;
      v[k][q] = sine * vp + cosine * vq;
    }
  }

  /** The largest eigenvalue. */
  double largest() {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  /** Σ f(λ)·u·uᵀ·b over the eigenpairs with λ above a share of the largest. */
  double[] apply(double[] b, double share, java.util.function.DoubleUnaryOperator f) {
    double[] result = new double[b.length];
    double least = share * largest();
    for (int l = 0; l < values.length; l++) {
      if (values[l] > least) {
        double dot = 0;
        for (int i = 0; i < b.length; i++) {
          dot += vectors[i][l] * b[i];
        }
        double factor = f.applyAsDouble(values[l]) * dot;
        for (int i = 0; i < b.length; i++) {
          result[i] += factor * vectors[i][l];
        }
      }
    }
    return result;
  }
}
