package evenhand.audit;

import java.util.random.RandomGenerator;

/**
 * Exact binomial and multinomial random numbers in constant time.
 *
 * <p>Hörmann, "The generation of binomial random variates", Journal of Statistical Computation and
 * Simulation 1993, algorithm BTRS; below 10 expected successes by counting the failures between
 * them.
 */
public final class BinomialDraw {

  private static final double FEW = 10;

  private BinomialDraw() {}

  /** Successes among n ≥ 0 trials of probability p in [0, 1]. */
  public static int next(int n, double p, RandomGenerator random) {
    if (n == 0 || p <= 0) {
      return 0;
    }
    if (p >= 1) {
      return n;
    }
    if (p > 0.5) {
      return n - next(n, 1 - p, random);
    }
    return n * p < FEW ? byGaps(n, p, random) : byRejection(n, p, random);
  }

  /**
   * Spreads n rows over cells.
   *
   * @param probabilities shape [m], ≥ 0, with sum 1 but for rounding
   * @param out shape [m] from {@code at} on, overwritten: whole numbers with sum n
   */
  public static void multinomial(
      int n, double[] probabilities, RandomGenerator random, double[] out, int at) {
    int left = n;
    double rest = 1;
    for (int c = 0; c < probabilities.length - 1; c++) {
      double share = rest <= 0 ? 0 : Math.min(1, probabilities[c] / rest);
      int taken = next(left, share, random);
      out[at + c] = taken;
      left -= taken;
      rest -= probabilities[c];
    }
    out[at + probabilities.length - 1] = left;
  }

  private static int byGaps(int n, double p, RandomGenerator random) {
    double log = Math.log1p(-p);
    int successes = 0;
    double used = 0;
    while (true) {
      used += Math.floor(Math.log(1 - random.nextDouble()) / log) + 1;
      if (used > n) {
        return successes;
      }
      successes++;
    }
  }

  private static int byRejection(int n, double p, RandomGenerator random) {
    double spread = Math.sqrt(n * p * (1 - p));
    double b = 1.15 + 2.53 * spread;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double centre = n * p + 0.5;
    double sure = 0.92 - 4.2 / b;
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = 1 - random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + centre);
      if (us >= 0.07 && v <= sure) {
        return (int) k;
      }
      if (k >= 0 && k <= n) {
        double alpha = (2.83 + 5.1 / b) * spread;
        if (Math.log(v * alpha / (a / (us * us) + b)) <= logRatio(n, p, k)) {
          return (int) k;
        }
      }
    }
  }

  /** ln of P(k) / P(mode). */
  private static double logRatio(int n, double p, double k) {
    double odds = p / (1 - p);
    double mode = Math.floor((n + 1) * p);
    return (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1)))
        + (n + 1.0) * Math.log((n - mode + 1) / (n - k + 1))
        + (k + 0.5) * Math.log(odds * (n - k + 1) / (k + 1))
        + stirling(mode)
        + stirling(n - mode)
        - stirling(k)
        - stirling(n - k);
  }

  /** ln k! minus Stirling's approximation (k + ½) ln(k + 1) − (k + 1) + ½ ln 2π. */
  private static double stirling(double k) {
    double x = k + 1;
    double x2 = x * x;
    if (k < 10) {
      return STIRLING[(int) k];
    }
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / x2) / x2) / x;
  }

  private static final double[] STIRLING = stirlingTable();

  private static double[] stirlingTable() {
    double[] table = new double[10];
    double logFactorial = 0;
    for (int k = 0; k < table.length; k++) {
      logFactorial += k == 0 ? 0 : Math.log(k);
      table[k] =
          logFactorial - ((k + 0.5) * Math.log(k + 1) - (k + 1) + 0.5 * Math.log(2 * Math.PI));
    }
    return table;
  }
}
