package evenhand.calibrate;

import evenhand.learner.Sigmoid;
import java.util.Arrays;

/**
 * The maximum of a logistic likelihood in one to three parameters by Newton's method: P(y=1) = σ(o
 * + Σ_j β_j·x_j) for targets in [0, 1].
 *
 * @param columns x, shape [d][n]
 * @param offset o, shape [n]
 * @param targets shape [n], in [0, 1]
 * @param weights shape [n], ≥ 0
 */
@SuppressWarnings("ArrayRecordComponent")
record LogisticFit(double[][] columns, double[] offset, double[] targets, double[] weights) {

  private static final int MOST_STEPS = 100;
  private static final double GRADIENT = 1e-13;
  private static final double SHORTEST = 1e-18;
  private static final double DAMPING = 1e-11;

  /**
   * @param start shape [d], not changed
   * @return β, shape [d]
   */
  double[] from(double[] start) {
    return from(start, GRADIENT);
  }

  /**
   * @param flat how large the gradient may be in the end, as a share of Σ w |x|
   */
  double[] from(double[] start, double flat) {
    double[] beta = start.clone();
    double[] scale = scale();
    Slope here = slope(beta);
    for (int step = 0; step < MOST_STEPS && !here.isFlat(scale, flat); step++) {
      double[] move = LinearSystem.solve(damped(here.curvature), here.gradient);
      double downhill = -LinearSystem.dot(here.gradient, move);
      double length = 1;
      double[] next = moved(beta, move, length);
      Slope there = slope(next);
      // A convex loss that rises steeply at the end of a step has its minimum inside the step.
      while (-LinearSystem.dot(there.gradient, move) > -0.5 * downhill && length > SHORTEST) {
        length /= 2;
        next = moved(beta, move, length);
        there = slope(next);
      }
      if (Arrays.equals(next, beta)) {
        break;
      }
      beta = next;
      here = there;
    }
    return beta;
  }

  /** Σ w p (1 − p) x xᵀ at some parameters. */
  double[][] curvature(double[] beta) {
    return damped(slope(beta).curvature);
  }

  double eta(double[] beta, int row) {
    double eta = offset[row];
    for (int j = 0; j < beta.length; j++) {
      eta += beta[j] * columns[j][row];
    }
    return eta;
  }

  private double[] scale() {
    double[] scale = new double[columns.length];
    for (int j = 0; j < scale.length; j++) {
      for (int i = 0; i < targets.length; i++) {
        scale[j] += weights[i] * Math.abs(columns[j][i]);
      }
    }
    return scale;
  }

  private static double[] moved(double[] beta, double[] move, double length) {
    double[] next = beta.clone();
    for (int j = 0; j < next.length; j++) {
      next[j] += length * move[j];
    }
    return next;
  }

  private static double[][] damped(double[][] curvature) {
    double[][] damped = new double[curvature.length][];
    for (int j = 0; j < damped.length; j++) {
      damped[j] = curvature[j].clone();
      damped[j][j] += DAMPING * curvature[j][j] + Double.MIN_NORMAL;
    }
    return damped;
  }

  /** Σ w (t − p) x and Σ w p (1 − p) x xᵀ. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Slope(double[] gradient, double[][] curvature) {

    boolean isFlat(double[] scale, double flat) {
      for (int j = 0; j < scale.length; j++) {
        if (Math.abs(gradient[j]) > flat * scale[j]) {
          return false;
        }
      }
      return true;
    }
  }

  private Slope slope(double[] beta) {
    int d = columns.length;
    double[] gradient = new double[d];
    double[][] curvature = new double[d][d];
    for (int i = 0; i < targets.length; i++) {
      if (weights[i] > 0) {
        double p = Sigmoid.of(eta(beta, i));
        double residual = weights[i] * (targets[i] - p);
        double spread = weights[i] * p * (1 - p);
        for (int j = 0; j < d; j++) {
          double x = columns[j][i];
          gradient[j] += residual * x;
          for (int l = 0; l <= j; l++) {
            curvature[j][l] += spread * x * columns[l][i];
          }
        }
      }
    }
    for (int j = 0; j < d; j++) {
      for (int l = 0; l < j; l++) {
        curvature[l][j] = curvature[j][l];
      }
    }
    return new Slope(gradient, curvature);
  }
}
