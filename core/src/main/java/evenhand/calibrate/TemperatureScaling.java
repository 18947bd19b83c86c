package evenhand.calibrate;

/**
 * One temperature T > 0 by which logits are divided, of maximal likelihood. It keeps the order of
 * the scores, and 0.5 where it is; it cannot move the mean. Where the likelihood would rather turn
 * the scores around, 1/T is 0. Where every label agrees with the side of 0.5 its score is on, it is
 * fitted to Platt's smoothed targets, for the likelihood of the labels has no maximum. Where every
 * score is 0.5, T is 1.
 *
 * <p>Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", ICML 2017,
 * section 4.2.
 */
public record TemperatureScaling() implements Calibrator {

  @Override
  public CalibrationMap fit(ScoredRows rows) {
    double[] logits = new double[rows.size()];
    boolean even = true;
    boolean separated = true;
    for (int i = 0; i < logits.length; i++) {
      logits[i] = rows.scale().logit(rows.scores()[i]);
      if (rows.weights()[i] > 0) {
        even &= logits[i] == 0;
        separated &= (2 * rows.labels()[i] - 1) * logits[i] >= 0;
      }
    }
    if (even) {
      return new TemperatureMap(1, rows.scale());
    }
    double[] targets = separated ? Targets.smoothed(rows) : Targets.exact(rows);
    double[] beta =
        new LogisticFit(new double[][] {logits}, new double[rows.size()], targets, rows.weights())
            .from(new double[] {0});
    return new TemperatureMap(Math.max(0, beta[0]), rows.scale());
  }
}
