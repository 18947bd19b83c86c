package evenhand.reduce;

import java.util.ArrayList;
import java.util.List;

/** The prices that were asked, and the lower bounds of the optimum that their replies give. */
final class AskedPrices {

  private final Pool pool;
  private final List<double[]> asked = new ArrayList<>();
  private double[] best = new double[0];
  private double bound = Double.NEGATIVE_INFINITY;

  AskedPrices(Pool pool) {
    this.pool = pool;
  }

  /**
   * Adds prices whose reply the pool holds. A learner is no exact oracle: a later classifier may be
   * cheaper at old prices than the reply to them was, so every bound is taken again.
   */
  void add(double[] prices) {
    asked.add(prices);
    bound = Double.NEGATIVE_INFINITY;
    for (double[] each : asked) {
      double least = pool.least(each);
      if (least > bound) {
        bound = least;
        best = each;
      }
    }
  }

  /** The prices with the largest bound. */
  double[] best() {
    return best;
  }

  double bound() {
    return bound;
  }
}
