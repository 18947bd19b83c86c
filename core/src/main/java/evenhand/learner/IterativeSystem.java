package evenhand.learner;

import java.util.Arrays;

/** By conjugate gradients, preconditioned by the diagonal; the Hessian is never stored. */
final class IterativeSystem implements NewtonSystem {

  private final LogisticLoss loss;
  private final double[] residual;
  private final double[] direction;
  private final double[] product;
  private final double[] diagonal;

  IterativeSystem(LogisticLoss loss) {
    int size = loss.parameters();
    this.loss = loss;
    this.residual = new double[size];
    this.direction = new double[size];
    this.product = new double[size];
    this.diagonal = new double[size];
  }

  /**
   * Stops when the residual is below min(0.1, √‖g‖)·‖g‖, which keeps Newton's steps superlinear.
   */
  @Override
  public void solve(double[] gradient, double penalty, double[] step) {
    int size = gradient.length;
    loss.hessianDiagonal(diagonal);
    Arrays.fill(step, 0);
    for (int j = 0; j < size; j++) {
      diagonal[j] += j < size - 1 ? penalty : Double.MIN_NORMAL;
      residual[j] = -gradient[j];
      direction[j] = residual[j] / diagonal[j];
    }
    double norm = weighted(residual);
    double goal = norm * square(Math.min(0.1, Math.pow(norm, 0.25)));
    for (int k = 0; k < 2 * size && norm > goal; k++) {
      loss.hessianTimes(direction, product);
      for (int j = 0; j < size - 1; j++) {
        product[j] += penalty * direction[j];
      }
      double along = norm / dot(direction, product);
      for (int j = 0; j < size; j++) {
        step[j] += along * direction[j];
        residual[j] -= along * product[j];
      }
      double next = weighted(residual);
      for (int j = 0; j < size; j++) {
        direction[j] = residual[j] / diagonal[j] + next / norm * direction[j];
      }
      norm = next;
    }
  }

  private double weighted(double[] vector) {
    double sum = 0;
    for (int j = 0; j < vector.length; j++) {
      sum += vector[j] * vector[j] / diagonal[j];
    }
    return sum;
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
}
