package evenhand.calibrate;

import evenhand.data.DataException;
import java.util.Arrays;

/**
 * Scores of rows whose labels are known. The arrays are handed over, not copied.
 *
 * @param scores shape [n], on {@code scale}
 * @param labels shape [n], each 0 or 1
 * @param weights shape [n], finite, ≥ 0, not all 0
 * @param scale of the scores
 */
public record ScoredRows(double[] scores, int[] labels, double[] weights, Scale scale) {

  public ScoredRows {
    if (scores.length == 0) {
      throw new DataException("there are no scored rows; at least one is needed");
    }
    if (labels.length != scores.length || weights.length != scores.length) {
      throw new IllegalArgumentException(
          "sizes differ: %d scores, %d labels, %d weights"
              .formatted(scores.length, labels.length, weights.length));
    }
    double total = 0;
    for (int i = 0; i < scores.length; i++) {
      if (!scale.allows(scores[i])) {
        throw new DataException(
            "the score of row %d is %s; %s is needed"
                .formatted(
                    i + 1,
                    scores[i],
                    scale == Scale.LOGIT ? "a finite logit" : "a probability from 0 to 1"));
      }
      if (labels[i] != 0 && labels[i] != 1) {
        throw new DataException(
            "the label of row %d is %d; it must be 0 or 1".formatted(i + 1, labels[i]));
      }
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new DataException(
            "the weight of row %d is %s; it must be a number of at least 0"
                .formatted(i + 1, weights[i]));
      }
      total += weights[i];
    }
    if (!(total > 0)) {
      throw new DataException("every scored row has weight 0; at least one must count");
    }
  }

  /** Every row counts 1. */
  public static ScoredRows of(double[] scores, int[] labels, Scale scale) {
    double[] ones = new double[scores.length];
    Arrays.fill(ones, 1);
    return new ScoredRows(scores, labels, ones, scale);
  }

  /** n: the number of rows. */
  public int size() {
    return scores.length;
  }

  /** The given rows, in the given order. */
  public ScoredRows select(int[] rows) {
    double[] pickedScores = new double[rows.length];
    int[] pickedLabels = new int[rows.length];
    double[] pickedWeights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      pickedScores[i] = scores[rows[i]];
      pickedLabels[i] = labels[rows[i]];
      pickedWeights[i] = weights[rows[i]];
    }
    return new ScoredRows(pickedScores, pickedLabels, pickedWeights, scale);
  }

  /** The scores as estimates of P(y=1), shape [n]. */
  public double[] probabilities() {
    return scale.probabilities(scores);
  }

  /** Whether all rows that count have the same score. */
  boolean isConstant() {
    double first = Double.NaN;
    for (int i = 0; i < scores.length; i++) {
      if (weights[i] > 0) {
        if (scores[i] != first && !Double.isNaN(first)) {
          return false;
        }
        first = scores[i];
      }
    }
    return true;
  }

  /** Weight of each label, shape [2]. */
  double[] labelWeights() {
    double[] sums = new double[2];
    for (int i = 0; i < labels.length; i++) {
      sums[labels[i]] += weights[i];
    }
    return sums;
  }
}
