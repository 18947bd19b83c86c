package evenhand.learner;

import evenhand.data.Matrix;
import java.util.Arrays;

/** Newton's method on one matrix; each fit starts where the one before ended. */
final class LogisticFitting implements WeightedLearner.Fitting {

  private final LogisticRegression options;
  private final Matrix features;
  private final LogisticLoss loss;
  private final NewtonSystem system;
  private final double[] theta;
  private double[] gradient;
  private double[] trialGradient;
  private final double[] step;
  private final double[] trial;
  private boolean started;
  private int passes;

  LogisticFitting(LogisticRegression options, Matrix features) {
    this.options = options;
    this.features = features;
    this.loss = new LogisticLoss(features);
    int size = loss.parameters();
    this.system = NewtonSystem.of(loss);
    this.theta = new double[size];
    this.gradient = new double[size];
    this.trialGradient = new double[size];
    this.step = new double[size];
    this.trial = new double[size];
  }

  @Override
  public Scorer fit(int[] labels, double[] weights) {
    double[] mass = mass(labels, weights);
    if (mass[0] == 0 || mass[1] == 0) {
      return new ConstantScorer(mass[1] > 0 ? 1 : 0);
    }
    double total = mass[0] + mass[1];
    loss.target(labels, weights, total);
    if (!started) {
      started = true;
      theta[theta.length - 1] = Math.log(mass[1] / mass[0]);
    }
    minimise(1 / (options.c() * total));
    return new LogisticScorer(Arrays.copyOf(theta, theta.length - 1), theta[theta.length - 1]);
  }

  /** Gradients taken by the last fit. */
  int passes() {
    return passes;
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

  private void minimise(double penalty) {
    passes = 0;
    gradientAt(theta, penalty, gradient);
    double before = 0;
    while (passes < options.maxIterations()) {
      system.solve(gradient, penalty, step);
      double length = largest(step);
      double target = options.tolerance() * Math.max(1, largest(theta));
      if (length <= target / 10 || length * square(length / before) <= target / 10) {
        move(theta, step, 1, theta);
        return;
      }
      double taken = search(penalty);
      System.arraycopy(trial, 0, theta, 0, theta.length);
      double[] swap = gradient;
      gradient = trialGradient;
      trialGradient = swap;
      before = taken == 1 ? length : 0;
    }
  }

  /**
   * Walks along the step until the slope there is no longer steeply upward; the objective is
   * convex, so slopes alone are enough. Leaves the point in {@code trial} and its gradient.
   */
  private double search(double penalty) {
    double low = 0;
    double slopeLow = dot(gradient, step);
    double limit = -0.5 * slopeLow;
    double t = 1;
    while (true) {
      move(theta, step, t, trial);
      gradientAt(trial, penalty, trialGradient);
      double slope = dot(trialGradient, step);
      if (slope <= limit || passes >= options.maxIterations()) {
        return t;
      }
      double share = slopeLow / (slopeLow - slope);
      t = low + (t - low) * Math.min(0.7, Math.max(0.1, share));
    }
  }

  private void gradientAt(double[] point, double penalty, double[] out) {
    passes++;
    loss.gradient(point, out);
    for (int j = 0; j < out.length - 1; j++) {
      out[j] += penalty * point[j];
    }
  }

  private static void move(double[] from, double[] step, double length, double[] to) {
    for (int j = 0; j < to.length; j++) {
      to[j] = from[j] + length * step[j];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }

  private static double largest(double[] vector) {
    double most = 0;
    for (double entry : vector) {
      most = Math.max(most, Math.abs(entry));
    }
    return most;
  }
}
