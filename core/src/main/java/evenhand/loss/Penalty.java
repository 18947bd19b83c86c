package evenhand.loss;

/** How the gaps of a rate between groups become one number, ≥ 0, and 0 where all are even. */
public enum Penalty {
  /** Σ share·(rate − overall)², the variance between groups. */
  SQUARES {
    @Override
    Pull of(double[] rates, double[] shares, double overall) {
      Pull pull = new Pull(rates.length);
      for (int g = 0; g < rates.length; g++) {
        double gap = rates[g] - overall;
        pull.add(shares[g] * gap * gap, g, 2 * shares[g] * gap, -2 * shares[g] * gap);
      }
      return pull;
    }
  },
  /** Largest rate minus smallest: the gap that an audit reports between groups. */
  WORST {
    @Override
    Pull of(double[] rates, double[] shares, double overall) {
      Pull pull = new Pull(rates.length);
      int highest = 0;
      int lowest = 0;
      for (int g = 1; g < rates.length; g++) {
        highest = rates[g] > rates[highest] ? g : highest;
        lowest = rates[g] < rates[lowest] ? g : lowest;
      }
      if (highest != lowest) {
        pull.add(rates[highest] - rates[lowest], highest, 1, 0);
        pull.add(0, lowest, -1, 0);
      }
      return pull;
    }
  },
  /** Mean over the pairs of groups of the squared difference of their rates. */
  PAIRWISE_SQUARES {
    @Override
    Pull of(double[] rates, double[] shares, double overall) {
      int k = rates.length;
      Pull pull = new Pull(k);
      double pairs = k * (k - 1) / 2.0;
      for (int g = 0; g < k; g++) {
        for (int other = g + 1; other < k; other++) {
          double gap = rates[g] - rates[other];
          pull.add(gap * gap / pairs, g, 2 * gap / pairs, 0);
          pull.add(0, other, -2 * gap / pairs, 0);
        }
      }
      return pull;
    }
  },
  /** Σ share·|rate − overall|; where a rate equals the overall one its slope counts as 0. */
  ABSOLUTE {
    @Override
    Pull of(double[] rates, double[] shares, double overall) {
      Pull pull = new Pull(rates.length);
      for (int g = 0; g < rates.length; g++) {
        double gap = rates[g] - overall;
        double sign = shares[g] * Math.signum(gap);
        pull.add(shares[g] * Math.abs(gap), g, sign, -sign);
      }
      return pull;
    }
  },
  /**
   * Σ share·KL(rate ‖ overall) of Bernoulli variables, in nats: the mutual information between the
   * decision and the group. Of the selection rate this is the prejudice index of Kamishima et al.,
   * "Fairness-aware classifier with prejudice remover regularizer", ECML PKDD 2012, equation 11.
   */
  KL {
    @Override
    Pull of(double[] rates, double[] shares, double overall) {
      Pull pull = new Pull(rates.length);
      double q = inside(overall);
      for (int g = 0; g < rates.length; g++) {
        double p = inside(rates[g]);
        double value = p * StrictMath.log(p / q) + (1 - p) * StrictMath.log((1 - p) / (1 - q));
        double byRate = StrictMath.log(p / q) - StrictMath.log((1 - p) / (1 - q));
        double byOverall = (q - p) / (q * (1 - q));
        pull.add(
            shares[g] * Math.max(0, value),
            g,
            inside(rates[g]) == rates[g] ? shares[g] * byRate : 0,
            inside(overall) == overall ? shares[g] * byOverall : 0);
      }
      return pull;
    }
  };

  private static final double NEAREST = 1e-12;

  /**
   * @param rates shape [m]
   * @param shares shape [m], adding up to 1
   * @param overall everyone's rate
   */
  abstract Pull of(double[] rates, double[] shares, double overall);

  /** Keeps logarithms finite. */
  private static double inside(double rate) {
    return Math.min(1 - NEAREST, Math.max(NEAREST, rate));
  }

  /** A penalty's value and its slopes at the rates and at the overall rate. */
  static final class Pull {

    private double value;
    private double byOverall;
    private final double[] byRate;

    Pull(int groups) {
      this.byRate = new double[groups];
    }

    private void add(double amount, int group, double slope, double overallSlope) {
      value += amount;
      byRate[group] += slope;
      byOverall += overallSlope;
    }

    double value() {
      return value;
    }

    double byOverall() {
      return byOverall;
    }

    double[] byRate() {
      return byRate;
    }
  }
}
