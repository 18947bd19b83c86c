package evenhand.learner;

import evenhand.data.Matrix;

/**
 * Logistic regression with an L2 penalty: minimises {@code Σ wᵢ·logloss(yᵢ, xᵢ·β + b) + ‖β‖²/(2C)}
 * over β and b; the intercept b is not penalised. The same optimum as scikit-learn's {@code
 * LogisticRegression(C=…)}.
 *
 * <p>The objective is strictly convex in β, so the optimum does not depend on where a fit starts
 * and a fit may start at the one before. Perfectly separable rows have a finite optimum. Rows of
 * positive weight that all have one label have none (b runs off): their scorer is the {@link
 * ConstantScorer} of that label.
 *
 * @param c inverse strength of the penalty, &gt; 0, finite
 * @param tolerance a fit ends when no coefficient is further than about this from the optimum, in
 *     units of the largest coefficient or 1, whichever is larger; in (0, 1)
 * @param maxIterations passes over the rows at most, ≥ 1; then the best point so far is the result
 */
public record LogisticRegression(double c, double tolerance, int maxIterations)
    implements WeightedLearner {

  public LogisticRegression {
    if (!(c > 0 && c < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("C must be positive and finite, was " + c);
    }
    if (!(tolerance > 0 && tolerance < 1)) {
      throw new IllegalArgumentException("the tolerance must be in (0, 1), was " + tolerance);
    }
    if (maxIterations < 1) {
      throw new IllegalArgumentException("need at least 1 iteration, got " + maxIterations);
    }
  }

  /** C = 1, tolerance 1e-8, 200 passes. */
  public static LogisticRegression defaults() {
    return new LogisticRegression(1, 1e-8, 200);
  }

  @Override
  public String name() {
    return "logistic";
  }

  /** The seed is not used: there is one optimum. */
  @Override
  public Fitting on(Matrix features, long seed) {
    return new LogisticFitting(this, features);
  }
}
