package evenhand.learner;

/** By Cholesky's factor of the whole Hessian. */
final class ExactSystem implements NewtonSystem {

  private final LogisticLoss loss;
  private final double[] hessian;

  ExactSystem(LogisticLoss loss) {
    this.loss = loss;
    this.hessian = new double[loss.parameters() * loss.parameters()];
  }

  @Override
  public void solve(double[] gradient, double penalty, double[] step) {
    int size = gradient.length;
    loss.hessian(hessian);
    for (int j = 0; j < size - 1; j++) {
      hessian[j * size + j] += penalty;
    }
    for (int j = 0; j < size; j++) {
      step[j] = -gradient[j];
    }
    Cholesky.of(size, hessian).solve(step);
  }
}
