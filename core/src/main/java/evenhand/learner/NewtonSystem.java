package evenhand.learner;

/** The Hessian of the penalised loss, ready to be solved with. */
interface NewtonSystem {

  /**
   * Up to this many parameters the Hessian is built and factored; beyond, it is only multiplied.
   */
  int MAX_EXACT = 700;

  /**
   * Takes the Hessian where the loss's last gradient was taken.
   *
   * @param penalty added to the diagonal, the intercept's entry excepted
   */
  void refresh(double penalty);

  /** Replaces a vector, shape [parameters()], by the inverse Hessian times it. */
  void solve(double[] vector);

  /** Whether a solve is cheap, so that an old Hessian is worth keeping while it serves. */
  boolean isFactored();

  static NewtonSystem of(LogisticLoss loss) {
    return loss.parameters() <= MAX_EXACT ? new ExactSystem(loss) : new IterativeSystem(loss);
  }
}
