package evenhand.calibrate;

import evenhand.data.DataException;

/**
 * Temperature scaling of the logits of several classes: P(y=k) = exp(z_k / T) / Σ_l exp(z_l / T).
 *
 * <p>Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", ICML 2017,
 * section 4.2.
 *
 * @param inverseTemperature 1 / T, finite, ≥ 0
 */
public record ClassTemperature(double inverseTemperature) {

  private static final int MOST_STEPS = 200;

  public ClassTemperature {
    if (!(inverseTemperature >= 0 && inverseTemperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "need an inverse temperature of at least 0, got " + inverseTemperature);
    }
  }

  /**
   * The temperature of maximal likelihood. Where the highest logit of every row is that of its
   * label, the likelihood has no maximum and each label counts for (n + 1) / (n + k) of itself and
   * 1 / (n + k) of every other class.
   *
   * @param logits shape [n][k], k ≥ 2, finite
   * @param labels shape [n], each in [0, k)
   * @param weights shape [n], finite, ≥ 0, not all 0
   * @throws DataException for anything else
   */
  public static ClassTemperature fit(double[][] logits, int[] labels, double[] weights) {
    check(logits, labels, weights);
    double total = 0;
    boolean separated = true;
    boolean even = true;
    for (int i = 0; i < labels.length; i++) {
      for (double logit : logits[i]) {
        separated &= weights[i] == 0 || logits[i][labels[i]] >= logit;
        even &= weights[i] == 0 || logits[i][labels[i]] == logit;
      }
      total += weights[i];
    }
    if (even) {
      return new ClassTemperature(1);
    }
    double other = separated ? 1 / (total + logits[0].length) : 0;
    double low = 0;
    if (!(slope(logits, labels, weights, new double[] {low, other}) > 0)) {
      return new ClassTemperature(0);
    }
    double high = 1;
    while (slope(logits, labels, weights, new double[] {high, other}) > 0 && high < 1e12) {
      low = high;
      high *= 2;
    }
    for (int step = 0; step < MOST_STEPS && high - low > Math.ulp(high); step++) {
      double middle = (low + high) / 2;
      if (slope(logits, labels, weights, new double[] {middle, other}) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new ClassTemperature((low + high) / 2);
  }

  private static void check(double[][] logits, int[] labels, double[] weights) {
    double total = 0;
    int classes = logits.length == 0 ? 0 : logits[0].length;
    for (int i = 0; i < labels.length; i++) {
      boolean right = logits[i].length == classes && labels[i] >= 0 && labels[i] < classes;
      for (double logit : logits[i]) {
        right &= Double.isFinite(logit);
      }
      if (!right || classes < 2 || !(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new DataException(
            "row %d needs a finite logit for each of at least two classes, a label among them and a weight of at least 0"
                .formatted(i + 1));
      }
      total += weights[i];
    }
    if (!(total > 0)) {
      throw new DataException("no row has weight; at least one must count");
    }
  }

  /**
   * The derivative of the log likelihood by 1 / T, which falls: Σ w (Σ_k t_k z_k − Σ_k P_k z_k).
   *
   * @param at 1 / T and the target of every class that is not the label
   */
  private static double slope(double[][] logits, int[] labels, double[] weights, double[] at) {
    double slope = 0;
    ClassTemperature temperature = new ClassTemperature(at[0]);
    for (int i = 0; i < labels.length; i++) {
      double[] z = logits[i];
      double[] p = temperature.of(z);
      double wanted = (1 - z.length * at[1]) * z[labels[i]];
      double given = 0;
      for (int k = 0; k < z.length; k++) {
        wanted += at[1] * z[k];
        given += p[k] * z[k];
      }
      slope += weights[i] * (wanted - given);
    }
    return slope;
  }

  /**
   * P(y=k) of one row.
   *
   * @param logits shape [k], finite
   * @return shape [k], in [0, 1], adding up to 1
   */
  public double[] of(double[] logits) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      highest = Math.max(highest, logit);
    }
    double[] p = new double[logits.length];
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      p[k] = StrictMath.exp(inverseTemperature * (logits[k] - highest));
      sum += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= sum;
    }
    return p;
  }
}
