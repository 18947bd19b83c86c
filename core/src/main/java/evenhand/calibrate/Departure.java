package evenhand.calibrate;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How the labels of a group depart from its parent's map: P(y=1) = σ(l + δ₀ + δ₁·(l − c)), l being
 * the logit of what the parent's map says and c its mean in the group (Cox, "Two further
 * applications of a model for binary regression", Biometrika 1958).
 *
 * @param shift δ₀ and δ₁, of maximal likelihood of Platt's smoothed targets
 * @param variance of them, shape [2][2]
 * @param centre c
 * @param pValue of the score test of δ = 0, in [0, 1]
 */
@SuppressWarnings("ArrayRecordComponent")
record Departure(double[] shift, double[][] variance, double centre, double pValue) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double FLAT = 1e-9;

  static Departure of(ScoredRows rows, CalibrationMap parent) {
    int n = rows.size();
    double[] logits = new double[n];
    double total = 0;
    double squares = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double weight = rows.weights()[i];
      logits[i] = RecalibratedMap.logit(parent.of(rows.scores()[i]));
      total += weight;
      squares += weight * weight;
      sum += weight * logits[i];
    }
    double centre = total == 0 ? 0 : sum / total;
    double[] ones = new double[n];
    double[] around = new double[n];
    boolean flat = true;
    for (int i = 0; i < n; i++) {
      ones[i] = 1;
      around[i] = logits[i] - centre;
      flat &= rows.weights()[i] == 0 || Math.abs(around[i]) < FLAT;
    }
    double[][] columns = flat ? new double[][] {ones} : new double[][] {ones, around};
    LogisticFit fit = new LogisticFit(columns, logits, Targets.smoothed(rows), rows.weights());
    double[] shift = fit.from(new double[columns.length]);
    double[][] variance = new double[2][2];
    variance[1][1] = 1 / FLAT;
    double[][] found = LinearSystem.inverse(fit.curvature(shift));
    for (int j = 0; j < found.length; j++) {
      for (int l = 0; l < found.length; l++) {
        variance[j][l] = found[j][l] * (total == 0 ? 1 : squares / total);
      }
    }
    return new Departure(
        Arrays.copyOf(shift, 2), variance, centre, scoreTest(rows, logits, columns));
  }

  /** Uᵀ V⁻¹ U with U = Σ w (y − m) x and V = Σ w² m (1 − m) x xᵀ. */
  private static double scoreTest(ScoredRows rows, double[] logits, double[][] columns) {
    int d = columns.length;
    double[] score = new double[d];
    double[][] spread = new double[d][d];
    for (int i = 0; i < logits.length; i++) {
      double m = evenhand.learner.Sigmoid.of(logits[i]);
      double w = rows.weights()[i];
      for (int j = 0; j < d; j++) {
        score[j] += w * (rows.labels()[i] - m) * columns[j][i];
        for (int l = 0; l < d; l++) {
          spread[j][l] += w * w * m * (1 - m) * columns[j][i] * columns[l][i];
        }
      }
    }
    if (!(spread[0][0] > 0)) {
      return 1;
    }
    double statistic = Math.max(0, LinearSystem.dot(score, LinearSystem.solve(spread, score)));
    return d == 2
        ? StrictMath.exp(-statistic / 2)
        : Math.min(1, 2 * NORMAL.survivalProbability(Math.sqrt(statistic)));
  }

  /**
   * The posterior mean of δ under a normal prior of mean 0.
   *
   * @param prior variances of δ₀ and δ₁, shape [2]
   */
  Shrunk shrunk(double[] prior) {
    double[][] both = {variance[0].clone(), variance[1].clone()};
    both[0][0] += prior[0];
    both[1][1] += prior[1];
    double[] moved = LinearSystem.solve(both, shift);
    double[][] inverse = LinearSystem.inverse(both);
    double own = (prior[0] * inverse[0][0] + prior[1] * inverse[1][1]) / 2;
    return new Shrunk(
        prior[0] * moved[0], Math.max(-1, prior[1] * moved[1]), Math.min(1, Math.max(0, own)));
  }

  /**
   * @param level δ₀
   * @param slope δ₁, ≥ −1
   * @param ownShare mean share of the group's own estimate in the two, in [0, 1]
   */
  record Shrunk(double level, double slope, double ownShare) {}

  /** The parent's map moved by that much. */
  CalibrationMap map(CalibrationMap parent, Shrunk by) {
    return new RecalibratedMap(parent, 1 + by.slope, by.level - by.slope * centre);
  }
}
