package evenhand.gradient;

import java.util.SplittableRandom;

/** Random gradients for tests. */
final class Gradients {

  private Gradients() {}

  static double[][] random(long seed, int players, int dimension) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] vectors = new double[players][dimension];
    for (double[] vector : vectors) {
      double length = Math.exp(random.nextGaussian());
      for (int l = 0; l < dimension; l++) {
        vector[l] = length * random.nextGaussian();
      }
    }
    return vectors;
  }

  /** Of random numbers of players and dimensions, often more players than dimensions. */
  static double[][] random(long seed) {
    SplittableRandom random = new SplittableRandom(seed + 77);
    return random(seed, 2 + random.nextInt(7), 1 + random.nextInt(9));
  }

  /** As {@link #random(long)}, but all on one side of a plane: some step serves all players. */
  static double[][] reconcilable(long seed) {
    double[][] vectors = random(seed);
    for (double[] vector : vectors) {
      vector[0] = Math.abs(vector[0]) + 0.05;
    }
    return vectors;
  }

  static double[] sum(double[] weights, double[][] vectors) {
    double[] sum = new double[vectors[0].length];
    for (int i = 0; i < vectors.length; i++) {
      for (int l = 0; l < sum.length; l++) {
        sum[l] += weights[i] * vectors[i][l];
      }
    }
    return sum;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int l = 0; l < a.length; l++) {
      sum += a[l] * b[l];
    }
    return sum;
  }

  static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }
}
