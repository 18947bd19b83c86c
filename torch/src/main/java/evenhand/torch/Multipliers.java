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
    AUGMENTED,
    /**
     * Without swap regret: the prices and the loss's weight are the distribution that a stochastic
     * matrix leaves as it is, whose columns grow exponentially with what is broken. Cotter et al.,
     * ALT 2019, algorithm 2.
     */
    SWAP_REGRET
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
      case SWAP_REGRET -> new SwapRegret(rate, inequalities);
    };
  }

  /** What the loss counts beside the prices in the next step, in (0, 1]. */
  double lossWeight() {
    return 1;
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

  /** Of the loss at 0 and of the inequalities from 1 on, m + 1 in all. */
  private static final class SwapRegret extends Multipliers {

    /** What no entry falls below, so that every state can be reached from every other. */
    private static final double LEAST = 1e-12;

    private final double rate;
    private final double[][] columns;
    private double[] distribution;

    SwapRegret(double rate, int inequalities) {
      super(inequalities);
      this.rate = rate;
      this.columns = new double[inequalities + 1][inequalities + 1];
      for (double[] row : columns) {
        Arrays.fill(row, 1.0 / row.length);
      }
      this.distribution = StationaryDistribution.of(columns);
      System.arraycopy(distribution, 1, values, 0, values.length);
    }

    @Override
    double lossWeight() {
      return distribution[0];
    }

    /**
     * M ← M ⊙ exp(η Δ λᵀ), where the loss's Δ is 0; then every column adds up to 1 again, which is
     * why the largest Δ may be taken off, and no power overflows.
     */
    @Override
    void climb(double[] relative, double share) {
      int n = columns.length;
      double most = Math.max(0, Arrays.stream(relative).max().orElse(0));
      for (int j = 0; j < n; j++) {
        double total = 0;
        for (int i = 0; i < n; i++) {
          double gain = (i == 0 ? 0 : relative[i - 1]) - most;
          columns[i][j] *= StrictMath.exp(rate * share * gain * distribution[j]);
          total += columns[i][j];
        }
        for (int i = 0; i < n; i++) {
          columns[i][j] = Math.max(LEAST, columns[i][j] / total);
        }
      }
      distribution = StationaryDistribution.of(columns);
      System.arraycopy(distribution, 1, values, 0, values.length);
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
