package evenhand.learner;

/** Solves (H + penalty)·step = −gradient at the point where the last gradient was taken. */
interface NewtonSystem {

  /**
   * Up to this many parameters the Hessian is built and factored; beyond, it is only multiplied.
   */
  int MAX_EXACT = 700;

  /**
   * @param gradient shape [d + 1], with the penalty's part
   * @param penalty added to the diagonal, the intercept's entry excepted
   * @param step shape [d + 1], overwritten
   */
  void solve(double[] gradient, double penalty, double[] step);

  static NewtonSystem of(LogisticLoss loss) {
    return loss.parameters() <= MAX_EXACT ? new ExactSystem(loss) : new IterativeSystem(loss);
  }
}
