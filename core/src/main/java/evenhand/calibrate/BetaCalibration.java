package evenhand.calibrate;

import java.util.Arrays;

/**
 * The three parameters of a {@link BetaMap} of maximal likelihood among those that never fall, a ≥
 * 0 and b ≥ 0. Where scores separate the labels perfectly, one class included, the likelihood of
 * the labels has no maximum and Platt's smoothed targets take their place.
 *
 * <p>Kull, Silva Filho and Flach, "Beta calibration", AISTATS 2017, section 4.
 */
public record BetaCalibration() implements Calibrator {

  @Override
  public CalibrationMap fit(ScoredRows rows) {
    Scale scale = rows.scale();
    if (rows.isConstant()) {
      double level = Targets.logitOfMean(Targets.smoothed(rows), rows.weights());
      return new BetaMap(0, 0, level, scale);
    }
    int n = rows.size();
    double[] up = new double[n];
    double[] down = new double[n];
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    for (int i = 0; i < n; i++) {
      double logit = scale.logit(rows.scores()[i]);
      up[i] = BetaMap.logOfProbability(logit);
      down[i] = -BetaMap.logOfProbability(-logit);
    }
    double[] targets = isSeparated(rows) ? Targets.smoothed(rows) : Targets.exact(rows);
    double[] best = fit(rows, targets, new double[][] {up, down, ones});
    if (best[0] >= 0 && best[1] >= 0) {
      return new BetaMap(best[0], best[1], best[2], scale);
    }
    // The loss is convex: its minimum over a, b ≥ 0 lies where a parameter that came out negative
    // is 0.
    double[] withoutA = fit(rows, targets, new double[][] {down, ones});
    double[] withoutB = fit(rows, targets, new double[][] {up, ones});
    BetaMap onlyB = new BetaMap(0, Math.max(0, withoutA[0]), level(rows, targets, withoutA), scale);
    BetaMap onlyA = new BetaMap(Math.max(0, withoutB[0]), 0, level(rows, targets, withoutB), scale);
    if (best[0] < 0 && best[1] < 0) {
      return loss(rows, targets, onlyA) <= loss(rows, targets, onlyB) ? onlyA : onlyB;
    }
    return best[0] < 0 ? onlyB : onlyA;
  }

  /** Begins where every row has the mean target, at which the curvature is largest. */
  private static double[] fit(ScoredRows rows, double[] targets, double[][] columns) {
    double[] start = new double[columns.length];
    start[start.length - 1] = Targets.logitOfMean(targets, rows.weights());
    return new LogisticFit(columns, new double[rows.size()], targets, rows.weights()).from(start);
  }

  /** c of a fit of one parameter and c, or of c alone where that parameter came out negative. */
  private static double level(ScoredRows rows, double[] targets, double[] fitted) {
    return fitted[0] >= 0 ? fitted[1] : Targets.logitOfMean(targets, rows.weights());
  }

  private static double loss(ScoredRows rows, double[] targets, BetaMap map) {
    double loss = 0;
    for (int i = 0; i < targets.length; i++) {
      double z = Scale.PROBABILITY.logit(map.of(rows.scores()[i]));
      loss -=
          rows.weights()[i]
              * (targets[i] * BetaMap.logOfProbability(z)
                  + (1 - targets[i]) * BetaMap.logOfProbability(-z));
    }
    return loss;
  }

  /** Whether no row of label 0 has a higher score than one of label 1. */
  private static boolean isSeparated(ScoredRows rows) {
    double highestZero = Double.NEGATIVE_INFINITY;
    double lowestOne = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.weights()[i] > 0) {
        if (rows.labels()[i] == 1) {
          lowestOne = Math.min(lowestOne, rows.scores()[i]);
        } else {
          highestZero = Math.max(highestZero, rows.scores()[i]);
        }
      }
    }
    return highestZero <= lowestOne;
  }
}
