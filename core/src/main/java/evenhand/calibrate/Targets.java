package evenhand.calibrate;

/** What a likelihood is fitted to: the labels, or probabilities a little inside of them. */
final class Targets {

  private Targets() {}

  static double[] exact(ScoredRows rows) {
    double[] targets = new double[rows.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = rows.labels()[i];
    }
    return targets;
  }

  /**
   * (N₁ + 1) / (N₁ + 2) for label 1 and 1 / (N₀ + 2) for label 0, N being the weight of a label:
   * the mean of each label's probability under a uniform prior. A likelihood of such targets has a
   * finite optimum whatever the labels.
   *
   * <p>Platt, "Probabilistic outputs for support vector machines", 1999, section 2.2.
   */
  static double[] smoothed(ScoredRows rows) {
    double[] sums = rows.labelWeights();
    double one = (sums[1] + 1) / (sums[1] + 2);
    double zero = 1 / (sums[0] + 2);
    double[] targets = new double[rows.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = rows.labels()[i] == 1 ? one : zero;
    }
    return targets;
  }

  /** ln(t / (1 − t)) of the weighted mean t of the targets. */
  static double logitOfMean(double[] targets, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < targets.length; i++) {
      sum += weights[i] * targets[i];
      total += weights[i];
    }
    return StrictMath.log(sum / (total - sum));
  }
}
