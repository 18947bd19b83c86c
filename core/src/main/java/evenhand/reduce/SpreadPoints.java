package evenhand.reduce;

import java.util.SplittableRandom;

/**
 * Points spread evenly in Σ|x| ≤ 1: directions on the simplex with signs, and lengths, from one
 * additive recurrence with generalised golden ratios (Roberts, "The unreasonable effectiveness of
 * quasirandom sequences", 2018), shifted by the seed.
 */
final class SpreadPoints {

  private final double ratio;
  private final double[] shift;

  SpreadPoints(int dimensions, long seed) {
    int coordinates = dimensions + 1;
    double found = 2;
    for (int k = 0; k < 64; k++) {
      found = Math.pow(1 + found, 1.0 / (coordinates + 1));
    }
    this.ratio = found;
    this.shift = new SplittableRandom(seed).doubles(coordinates).toArray();
  }

  /**
   * @param k ≥ 1
   * @return shape [dimensions]
   */
  double[] get(int k) {
    double[] u = new double[shift.length];
    for (int a = 0; a < u.length; a++) {
      double value = shift[a] + k * Math.pow(ratio, -(a + 1));
      u[a] = value - Math.floor(value);
    }
    return point(u);
  }

  /** Signs and exponential shares from u's first coordinates, the length from its last. */
  private static double[] point(double[] u) {
    double[] point = new double[u.length - 1];
    double total = 0;
    for (int a = 0; a < point.length; a++) {
      double folded = Math.abs(2 * u[a] - 1);
      point[a] = -StrictMath.log(Math.max(1e-12, 1 - folded)) * (u[a] >= 0.5 ? 1 : -1);
      total += Math.abs(point[a]);
    }
    for (int a = 0; a < point.length; a++) {
      point[a] *= u[point.length] / total;
    }
    return point;
  }
}
