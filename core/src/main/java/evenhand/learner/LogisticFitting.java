package evenhand.learner;

import evenhand.data.Matrix;

/** Fits on one matrix; each starts where the one before ended. */
final class LogisticFitting implements WeightedLearner.Fitting {

  private final LogisticRegression options;
  private final Matrix features;
  private final LogisticLoss loss;
  private final LogisticDescent descent;

  LogisticFitting(LogisticRegression options, Matrix features) {
    this.options = options;
    this.features = features;
    this.loss = new LogisticLoss(features);
    this.descent = new LogisticDescent(loss, options);
  }

  @Override
  public Scorer fit(int[] labels, double[] weights) {
    double[] mass = mass(labels, weights);
    if (mass[0] == 0 || mass[1] == 0) {
      return new ConstantScorer(mass[1] > 0 ? 1 : 0);
    }
    double total = mass[0] + mass[1];
    loss.target(labels, weights, total);
    double[] theta = descent.minimise(1 / (options.c() * total), Math.log(mass[1] / mass[0]));
    double[] coefficients = new double[features.columns()];
    for (int j = 0; j < coefficients.length; j++) {
      coefficients[j] = theta[loss.parameterOf(j)];
    }
    return new LogisticScorer(coefficients, theta[loss.intercept()]);
  }

  /** Weight of each label. */
  private double[] mass(int[] labels, double[] weights) {
    int n = features.rows();
    if (labels.length != n || weights.length != n) {
      throw new IllegalArgumentException(
          "need %d labels and weights, got %d and %d".formatted(n, labels.length, weights.length));
    }
    double[] mass = new double[2];
    for (int i = 0; i < n; i++) {
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the weight of row %d must be finite and at least 0, was %s".formatted(i, weights[i]));
      }
      mass[labels[i]] += weights[i];
    }
    if (!(mass[0] + mass[1] > 0 && mass[0] + mass[1] < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the weights must add up to a positive finite number, got " + (mass[0] + mass[1]));
    }
    return mass;
  }

  /** Passes over the rows for gradients that the last fit took. */
  int passes() {
    return descent.passes();
  }
}
