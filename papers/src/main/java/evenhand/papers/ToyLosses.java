package evenhand.papers;

/**
 * Two losses of two parameters that pull apart: steep and badly scaled above x₂ = 0, two bowls
 * below it. From Liu et al., "Conflict-averse gradient descent", NeurIPS 2021, appendix; Navon et
 * al., "Multi-task learning as a bargaining game", ICML 2022, use it with the first loss times 0.1.
 */
final class ToyLosses {

  /** A bound that both losses stay above. */
  static final double LOWEST = -21;

  private static final double CLOSEST = 5e-6;

  private ToyLosses() {}

  /**
   * @param x shape [2]
   * @return shape [2]
   */
  static double[] losses(double[] x) {
    double upper = upper(x[1]);
    double lower = lower(x[1]);
    return new double[] {
      steep(first(x)) * upper + bowl(x, 7) * lower, steep(second(x)) * upper + bowl(x, -7) * lower
    };
  }

  /**
   * @param x shape [2], on none of the kinks
   * @return shape [loss][parameter]
   */
  static double[][] gradients(double[] x) {
    double tanh = Math.tanh(x[1]);
    double bend = 1 - tanh * tanh;
    return new double[][] {
      gradient(x, first(x), new double[] {-0.5, bend}, 7),
      gradient(x, second(x), new double[] {-0.5, -bend}, -7)
    };
  }

  private static double[] gradient(double[] x, double inner, double[] slope, double centre) {
    double half = Math.tanh(x[1] / 2);
    double change = (1 - half * half) / 2;
    double steepness = Math.abs(inner) > CLOSEST ? upper(x[1]) / inner : 0;
    double lower = lower(x[1]);
    double across = steepness * slope[0] + lower * (x[0] - centre) / 5;
    double upward = steepness * slope[1] + lower * 0.02 * (x[1] + 8);
    upward += x[1] > 0 ? change * steep(inner) : -change * bowl(x, centre);
    return new double[] {across, upward};
  }

  private static double upper(double height) {
    return Math.max(Math.tanh(height / 2), 0);
  }

  private static double lower(double height) {
    return Math.max(-Math.tanh(height / 2), 0);
  }

  private static double first(double[] x) {
    return 0.5 * (-x[0] - 7) + Math.tanh(x[1]);
  }

  private static double second(double[] x) {
    return 0.5 * (-x[0] + 3) - Math.tanh(x[1]) + 2;
  }

  private static double steep(double inner) {
    return Math.log(Math.max(Math.abs(inner), CLOSEST)) + 6;
  }

  private static double bowl(double[] x, double centre) {
    return ((x[0] - centre) * (x[0] - centre) + 0.1 * (x[1] + 8) * (x[1] + 8)) / 10 - 20;
  }

  /**
   * Where no step lowers both losses: for each x₁ in [-7, 7] the x₂ at which some mix of the two
   * gradients is zero.
   *
   * @return losses of evenly spaced x₁, shape [points][2]
   */
  static double[][] front(int points) {
    double[][] front = new double[points][];
    for (int i = 0; i < points; i++) {
      double across = -7 + 14.0 * i / (points - 1);
      double share = (across + 7) / 14;
      double low = -12;
      double high = -8;
      for (int halving = 0; halving < 60; halving++) {
        double middle = (low + high) / 2;
        double[][] slopes = gradients(new double[] {across, middle});
        boolean above = share * slopes[0][1] + (1 - share) * slopes[1][1] > 0;
        high = above ? middle : high;
        low = above ? low : middle;
      }
      front[i] = losses(new double[] {across, (low + high) / 2});
    }
    return front;
  }
}
