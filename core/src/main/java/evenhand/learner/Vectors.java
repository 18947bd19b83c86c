package evenhand.learner;

/** Sums over short vectors. */
final class Vectors {

  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /** vector += scale · other. */
  static void addScaled(double[] vector, double scale, double[] other) {
    for (int j = 0; j < vector.length; j++) {
      vector[j] += scale * other[j];
    }
  }

  /** The largest absolute entry. */
  static double largest(double[] vector) {
    double most = 0;
    for (double entry : vector) {
      most = Math.max(most, Math.abs(entry));
    }
    return most;
  }
}
