package evenhand.learner;

import java.util.Arrays;

/** By conjugate gradients, preconditioned by the diagonal; the Hessian is never stored. */
final class IterativeSystem implements NewtonSystem {

  private final LogisticLoss loss;
  private final double[] residual;
  private final double[] direction;
  private final double[] product;
  private final double[] diagonal;
  private double penalty;

  IterativeSystem(LogisticLoss loss) {
    int size = loss.parameters();
    this.loss = loss;
    this.residual = new double[size];
    this.direction = new double[size];
    this.product = new double[size];
    this.diagonal = new double[size];
  }

  @Override
  public void refresh(double newPenalty) {
    penalty = newPenalty;
    loss.hessianDiagonal(diagonal);
    for (int j = 0; j < diagonal.length; j++) {
      diagonal[j] += j == loss.intercept() ? Double.MIN_NORMAL : penalty;
    }
  }

  /**
   * Stops when the residual is below min(0.1, √‖b‖)·‖b‖, which keeps Newton's steps superlinear.
   */
  @Override
  public void solve(double[] vector) {
    int size = vector.length;
    System.arraycopy(vector, 0, residual, 0, size);
    Arrays.fill(vector, 0);
    for (int j = 0; j < size; j++) {
      direction[j] = residual[j] / diagonal[j];
    }
    double norm = squaredNorm();
    double reduction = Math.min(0.1, Math.sqrt(Math.sqrt(norm)));
    double goal = norm * reduction * reduction;
    for (int k = 0; k < 2 * size && norm > goal; k++) {
      loss.hessianTimes(direction, product);
      for (int j = 0; j < size; j++) {
        product[j] += j == loss.intercept() ? 0 : penalty * direction[j];
      }
      double along = norm / Vectors.dot(direction, product);
      Vectors.addScaled(vector, along, direction);
      Vectors.addScaled(residual, -along, product);
      double next = squaredNorm();
      for (int j = 0; j < size; j++) {
        direction[j] = residual[j] / diagonal[j] + next / norm * direction[j];
      }
      norm = next;
    }
  }

  private double squaredNorm() {
    double sum = 0;
    for (int j = 0; j < residual.length; j++) {
      sum += residual[j] * residual[j] / diagonal[j];
    }
    return sum;
  }

  @Override
  public boolean isFactored() {
    return false;
  }
}
