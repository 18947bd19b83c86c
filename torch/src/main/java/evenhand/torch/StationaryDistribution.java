package evenhand.torch;

/**
 * The distribution that a stochastic matrix leaves as it is: λ = Mλ, Σλ = 1.
 *
 * <p>By elimination without a subtraction, so that no digit is lost: Grassmann, Taksar and Heyman,
 * "Regenerative analysis and steady state distributions for Markov chains", Operations Research
 * 33(5), 1985.
 */
final class StationaryDistribution {

  private StationaryDistribution() {}

  /**
   * @param columns shape [n][n], entry [i][j] from j to i, all &gt; 0; every column adds up to 1
   * @return shape [n], &gt; 0
   */
  static double[] of(double[][] columns) {
    int n = columns.length;
    double[][] left = new double[n][];
    for (int i = 0; i < n; i++) {
      left[i] = columns[i].clone();
    }
    for (int k = n - 1; k > 0; k--) {
      double out = 0;
      for (int i = 0; i < k; i++) {
        out += left[i][k];
      }
      for (int j = 0; j < k; j++) {
        left[k][j] /= out;
      }
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          left[i][j] += left[i][k] * left[k][j];
        }
      }
    }
    double[] distribution = new double[n];
    distribution[0] = 1;
    double total = 1;
    for (int k = 1; k < n; k++) {
      for (int j = 0; j < k; j++) {
        distribution[k] += left[k][j] * distribution[j];
      }
      total += distribution[k];
    }
    for (int k = 0; k < n; k++) {
      distribution[k] /= total;
    }
    return distribution;
  }
}
