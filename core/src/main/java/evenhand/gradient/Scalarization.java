package evenhand.gradient;

/**
 * One number made of the players' losses. Its gradient is a weighted sum of theirs, so that at
 * given losses it is a {@link Linear} aggregator: this is how methods that look at losses, which a
 * Gramian doesn't hold, take part.
 */
public interface Scalarization {

  /**
   * @param losses shape [K], K ≥ 1
   */
  double value(double[] losses);

  /**
   * The aggregator whose weights are the derivatives of {@link #value} by each loss.
   *
   * @param losses shape [K], K ≥ 1
   */
  Linear at(double[] losses);
}
