package evenhand.calibrate;

import java.util.Arrays;

/**
 * The slope and intercept of a sigmoid of the score itself, of maximal likelihood of Platt's
 * smoothed targets. scikit-learn's {@code method="sigmoid"}, with or without weights, solved to a
 * gradient of 0. The smoothed targets have a finite optimum for one class and perfect separation
 * too. The slope is below 0 where higher scores are worse.
 *
 * <p>Platt, "Probabilistic outputs for support vector machines", 1999, section 2.2.
 */
public record PlattScaling() implements Calibrator {

  @Override
  public CalibrationMap fit(ScoredRows rows) {
    double[] targets = Targets.smoothed(rows);
    double level = Targets.logitOfMean(targets, rows.weights());
    if (rows.isConstant()) {
      return new SigmoidMap(0, level);
    }
    double[] ones = new double[rows.size()];
    Arrays.fill(ones, 1);
    double[] beta =
        new LogisticFit(
                new double[][] {rows.scores(), ones},
                new double[rows.size()],
                targets,
                rows.weights())
            .from(new double[] {0, level});
    return new SigmoidMap(beta[0], beta[1]);
  }
}
