package evenhand.reweight;

import java.util.Arrays;

/**
 * Regression by a Gaussian process with a squared-exponential kernel on standardised values; its
 * length and noise are those of a small grid that make the values likeliest. Rasmussen and
 * Williams, "Gaussian Processes for Machine Learning", 2006, algorithm 2.1.
 */
final class GaussianProcess {

  private static final double[] LENGTHS = {0.25, 0.5, 1, 2, 4};
  private static final double[] NOISES = {1e-4, 1e-2, 0.1};

  private final double[][] places;
  private final double mean;
  private final double deviation;
  private final double length;
  private final double[][] lower;
  private final double[] coefficients;
  private final double likelihood;

  private GaussianProcess(double[][] places, double[] values, double length, double noise) {
    this.places = places;
    this.length = length;
    this.mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    this.deviation = squares > 0 ? Math.sqrt(squares / values.length) : 1;
    this.lower = factor(places, length, noise);
    double[] standard = Arrays.stream(values).map(v -> (v - mean) / deviation).toArray();
    double[] half = forward(lower, standard);
    double fit = 0;
    double logs = 0;
    for (int i = 0; i < half.length; i++) {
      fit += half[i] * half[i];
      logs += StrictMath.log(lower[i][i]);
    }
    this.likelihood = -fit / 2 - logs;
    this.coefficients = backward(lower, half);
  }

  /**
   * @param places shape [n][d], n ≥ 1
   * @param values shape [n], finite
   * @param scale of the places: lengths tried are multiples of it
   */
  static GaussianProcess of(double[][] places, double[] values, double scale) {
    GaussianProcess best = new GaussianProcess(places, values, scale, NOISES[0]);
    for (double length : LENGTHS) {
      for (double noise : NOISES) {
        GaussianProcess each = new GaussianProcess(places, values, length * scale, noise);
        best = each.likelihood > best.likelihood ? each : best;
      }
    }
    return best;
  }

  /**
   * @param mean of the value there
   * @param deviation standard, of what is known of it, ≥ 0
   */
  record Belief(double mean, double deviation) {}

  Belief at(double[] place) {
    double[] kernel = new double[places.length];
    double expected = 0;
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = kernel(places[i], place, length);
      expected += kernel[i] * coefficients[i];
    }
    double left = 1;
    for (double part : forward(lower, kernel)) {
      left -= part * part;
    }
    return new Belief(mean + deviation * expected, deviation * Math.sqrt(Math.max(0, left)));
  }

  private static double kernel(double[] a, double[] b, double length) {
    double squares = 0;
    for (int l = 0; l < a.length; l++) {
      squares += (a[l] - b[l]) * (a[l] - b[l]);
    }
    return StrictMath.exp(-squares / (2 * length * length));
  }

  private static double[][] factor(double[][] places, double length, double noise) {
    double[][] lower = new double[places.length][places.length];
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = kernel(places[i], places[j], length) + (i == j ? noise : 0);
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j][j];
      }
    }
    return lower;
  }

  private static double[] forward(double[][] lower, double[] right) {
    double[] solved = right.clone();
    for (int i = 0; i < solved.length; i++) {
      for (int k = 0; k < i; k++) {
        solved[i] -= lower[i][k] * solved[k];
      }
      solved[i] /= lower[i][i];
    }
    return solved;
  }

  private static double[] backward(double[][] lower, double[] right) {
    double[] solved = right.clone();
    for (int i = solved.length - 1; i >= 0; i--) {
      solved[i] /= lower[i][i];
      for (int k = 0; k < i; k++) {
        solved[k] -= lower[i][k] * solved[i];
      }
    }
    return solved;
  }
}
