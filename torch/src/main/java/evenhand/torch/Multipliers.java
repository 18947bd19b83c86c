package evenhand.torch;

import java.util.Arrays;

/**
 * Prices ≥ 0 of the inequalities, which climb while these are broken. Has state.
 *
 * <p>Violations are in units of probability; what a price gains is measured by the worst violation
 * seen so far, so that one rate serves tight requirements and loose ones.
 */
abstract sealed class Multipliers {

  /** Ways to climb. */
  enum Kind {
    /** By gradient ascent. */
    SGD,
    /** By Adam's steps; Kingma and Ba, ICLR 2015, algorithm 1. */
    ADAM,
    /**
     * The method of multipliers, alternating: within a pass a price is the multiplier and ρ times
     * the violation as it is; after a pass that becomes the multiplier, and ρ grows unless the
     * violation fell. Nocedal and Wright, "Numerical optimization", 2006, framework 17.3.
     */
    AUGMENTED
  }

  final double[] values;
  private double worstSoFar;

  private Multipliers(int inequalities) {
    this.values = new double[inequalities];
  }

  /**
   * @param rate how far one would climb over a whole training in which its inequality stayed broken
   *     as badly as any was so far
   */
  static Multipliers of(Kind kind, double rate, int inequalities) {
    return switch (kind) {
      case SGD -> new Ascent(rate, inequalities);
      case ADAM -> new AdamAscent(rate, inequalities);
      case AUGMENTED -> new Augmented(rate, inequalities);
    };
  }

  /** What each inequality costs in the next step, where the smoothed decisions break it so far. */
  double[] prices(double[] smoothViolation) {
    return values;
  }

  /**
   * After a step.
   *
   * @param violation by the decisions as they are
   * @param share of the whole training that this step is
   */
  final void step(double[] violation, double share) {
    worstSoFar = Math.max(worstSoFar, Arrays.stream(violation).max().orElse(0));
    if (worstSoFar > 0) {
      climb(Arrays.stream(violation).map(each -> each / worstSoFar).toArray(), share);
    }
  }

  /** After a pass, by the decisions as they are. */
  void afterEpoch(double[] violation) {}

  void climb(double[] relative, double share) {}

  final double scale() {
    return worstSoFar;
  }

  private static final class Ascent extends Multipliers {

    private final double rate;

    Ascent(double rate, int inequalities) {
      super(inequalities);
      this.rate = rate;
    }

    @Override
    void climb(double[] relative, double share) {
      for (int j = 0; j < values.length; j++) {
        values[j] = Math.max(0, values[j] + rate * share * relative[j]);
      }
    }
  }

  private static final class AdamAscent extends Multipliers {

    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double EPSILON = 1e-8;

    private final double rate;
    private final double[] mean;
    private final double[] square;
    private int steps;

    AdamAscent(double rate, int inequalities) {
      super(inequalities);
      this.rate = rate;
      this.mean = new double[inequalities];
      this.square = new double[inequalities];
    }

    @Override
    void climb(double[] relative, double share) {
      steps++;
      for (int j = 0; j < values.length; j++) {
        mean[j] += (1 - FIRST) * (relative[j] - mean[j]);
        square[j] += (1 - SECOND) * (relative[j] * relative[j] - square[j]);
        double spread = Math.sqrt(square[j] / (1 - Math.pow(SECOND, steps))) + EPSILON;
        double move = mean[j] / (1 - Math.pow(FIRST, steps)) / spread;
        values[j] = Math.max(0, values[j] + rate * share * move);
      }
    }
  }

  private static final class Augmented extends Multipliers {

    /** Of the rate: what the first violations cost at once. */
    private static final double FIRST = 0.2;

    private static final double FALLEN = 0.5;
    private static final double GROWTH = 2;
    private static final double MOST_GROWN = 64;

    private final double rate;
    private double grown = 1;
    private double before = Double.POSITIVE_INFINITY;

    Augmented(double rate, int inequalities) {
      super(inequalities);
      this.rate = rate;
    }

    @Override
    double[] prices(double[] smoothViolation) {
      return with(smoothViolation);
    }

    private double[] with(double[] violation) {
      double rho = scale() > 0 ? FIRST * rate * grown / scale() : 0;
      double[] prices = new double[values.length];
      for (int j = 0; j < prices.length; j++) {
        prices[j] = Math.max(0, values[j] + rho * violation[j]);
      }
      return prices;
    }

    @Override
    void afterEpoch(double[] violation) {
      System.arraycopy(with(violation), 0, values, 0, values.length);
      double worst = Math.max(0, Arrays.stream(violation).max().orElse(0));
      if (worst > FALLEN * before) {
        grown = Math.min(MOST_GROWN, GROWTH * grown);
      }
      before = worst;
    }
  }
}
