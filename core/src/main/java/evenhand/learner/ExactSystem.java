package evenhand.learner;

/** By Cholesky's factor of the whole Hessian. */
final class ExactSystem implements NewtonSystem {

  private final LogisticLoss loss;
  private final double[] hessian;
  private Cholesky factor;

  ExactSystem(LogisticLoss loss) {
    this.loss = loss;
    this.hessian = new double[loss.parameters() * loss.parameters()];
    this.factor = Cholesky.of(0, new double[0]);
  }

  @Override
  public void refresh(double penalty) {
    int size = loss.parameters();
    loss.hessian(hessian);
    for (int j = 0; j < size; j++) {
      hessian[j * size + j] += j == loss.intercept() ? 0 : penalty;
    }
    factor = Cholesky.of(size, hessian);
  }

  @Override
  public void solve(double[] vector) {
    factor.solve(vector);
  }

  @Override
  public boolean isFactored() {
    return true;
  }
}
