package evenhand.learner;

import java.util.Arrays;

/**
 * Newton's method with a Hessian that is kept, over fits too, as long as secants make up for its
 * age.
 */
final class LogisticDescent {

  /** A step longer than this share of the one before means that the Hessian has become too old. */
  private static final double SLOW = 0.3;

  /** A first step longer than this, in log odds per unit of a feature, is not to be trusted. */
  private static final double FAR = 2;

  private final LogisticLoss loss;
  private final LogisticRegression options;
  private final NewtonSystem system;
  private final Secants secants = new Secants();
  private final double[] theta;
  private final double[] trial;
  private double[] gradient;
  private double[] trialGradient;
  private boolean started;
  private int passes;

  LogisticDescent(LogisticLoss loss, LogisticRegression options) {
    this.loss = loss;
    this.options = options;
    this.system = NewtonSystem.of(loss);
    int size = loss.parameters();
    this.theta = new double[size];
    this.trial = new double[size];
    this.gradient = new double[size];
    this.trialGradient = new double[size];
  }

  /** Gradients that the last minimisation took. */
  int passes() {
    return passes;
  }

  /**
   * Minimises the mean loss and {@code penalty / 2 · ‖β‖²} from where the minimisation before
   * ended.
   *
   * @param logOdds the first intercept of the first minimisation
   * @return the parameters, valid until the next call
   */
  double[] minimise(double penalty, double logOdds) {
    passes = 0;
    secants.clear();
    if (!started) {
      theta[loss.intercept()] = logOdds;
    }
    gradientAt(theta, penalty, gradient);
    if (!started || !system.isFactored()) {
      started = true;
      system.refresh(penalty);
    } else if (Vectors.largest(step()) > FAR) {
      startAfresh(penalty, logOdds);
    }
    double before = 0;
    while (passes < options.maxIterations()) {
      double[] step = step();
      double length = Vectors.largest(step);
      if (isLast(length, before)) {
        Vectors.addScaled(theta, 1, step);
        return theta;
      }
      boolean full = search(step, penalty) == 1;
      double[] change = accept(step);
      if (!system.isFactored() || !full || (before > 0 && length > SLOW * before)) {
        system.refresh(penalty);
        secants.clear();
      } else {
        secants.add(step, change);
      }
      before = full ? length : 0;
    }
    return theta;
  }

  /**
   * The old Hessian can't tell where to go. Nor can a new one if the old optimum lies where the new
   * loss is flat: then no start is safer than 0, where every row has its say.
   */
  private void startAfresh(double penalty, double logOdds) {
    system.refresh(penalty);
    if (Vectors.largest(step()) > FAR) {
      Arrays.fill(theta, 0);
      theta[loss.intercept()] = logOdds;
      gradientAt(theta, penalty, gradient);
      system.refresh(penalty);
    }
  }

  private double[] step() {
    double[] step = new double[gradient.length];
    Vectors.addScaled(step, -1, gradient);
    secants.solve(system, step);
    return step;
  }

  /**
   * Whether the steps after this one, shrinking as the last two did, add up to the tolerance at
   * most.
   */
  private boolean isLast(double length, double before) {
    double target = options.tolerance() * Math.max(1, Vectors.largest(theta));
    double ratio = length / before;
    return length <= target / 100 || (ratio < 0.5 && length * ratio / (1 - ratio) <= target);
  }

  /**
   * Walks along the step until the slope there is no longer steeply upward; the objective is
   * convex, so slopes alone are enough. Leaves the point in {@code trial}, and its gradient beside.
   *
   * @return how much of the step was taken
   */
  private double search(double[] step, double penalty) {
    double slopeAtStart = Vectors.dot(gradient, step);
    double taken = 1;
    while (true) {
      for (int j = 0; j < trial.length; j++) {
        trial[j] = theta[j] + taken * step[j];
      }
      gradientAt(trial, penalty, trialGradient);
      double slope = Vectors.dot(trialGradient, step);
      if (slope <= -0.5 * slopeAtStart || passes >= options.maxIterations()) {
        return taken;
      }
      double share = slopeAtStart / (slopeAtStart - slope);
      taken *= Math.min(0.7, Math.max(0.1, share));
    }
  }

  /** Moves to the trial point; makes the step what was moved, and returns the gradient's change. */
  private double[] accept(double[] step) {
    double[] change = new double[step.length];
    for (int j = 0; j < step.length; j++) {
      step[j] = trial[j] - theta[j];
      change[j] = trialGradient[j] - gradient[j];
      theta[j] = trial[j];
    }
    double[] old = gradient;
    gradient = trialGradient;
    trialGradient = old;
    return change;
  }

  private void gradientAt(double[] point, double penalty, double[] out) {
    passes++;
    loss.gradient(point, out);
    for (int j = 0; j < out.length; j++) {
      out[j] += j == loss.intercept() ? 0 : penalty * point[j];
    }
  }
}
