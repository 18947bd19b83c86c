package evenhand.papers;

import java.util.Optional;

/**
 * Adam on the two toy losses, steered by a rule. Kingma and Ba, "Adam", ICLR 2015, algorithm 1,
 * with its usual constants.
 *
 * @param steps at most; a rule that has no direction left stops earlier
 * @param rate of Adam
 */
record ToyPath(int steps, double rate) {

  /** Where to go; downhill is its reverse. */
  @FunctionalInterface
  interface Rule {

    /**
     * @param losses shape [2]
     * @param gradients shape [2][2]
     * @return shape [2]; empty where there is no direction to go
     */
    Optional<double[]> direction(int step, double[] losses, double[][] gradients);
  }

  /**
   * @return losses at the start and after every step taken, shape [steps + 1][2] at most
   */
  double[][] run(double[] start, Rule rule) {
    double[] x = start.clone();
    double[] mean = new double[2];
    double[] square = new double[2];
    double[][] path = new double[steps + 1][];
    path[0] = ToyLosses.losses(x);
    for (int step = 1; step <= steps; step++) {
      Optional<double[]> direction =
          rule.direction(step - 1, path[step - 1], ToyLosses.gradients(x));
      if (direction.isEmpty()) {
        return java.util.Arrays.copyOf(path, step);
      }
      for (int l = 0; l < 2; l++) {
        double slope = direction.get()[l];
        mean[l] = 0.9 * mean[l] + 0.1 * slope;
        square[l] = 0.999 * square[l] + 0.001 * slope * slope;
        double first = mean[l] / (1 - Math.pow(0.9, step));
        double second = square[l] / (1 - Math.pow(0.999, step));
        x[l] -= rate * first / (Math.sqrt(second) + 1e-8);
      }
      path[step] = ToyLosses.losses(x);
    }
    return path;
  }
}
