package evenhand.calibrate;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Of labels by the log odds of their probabilities, the maximum of the likelihood (Cox, Biometrika
 * 1958).
 *
 * @param logits shape [n], finite
 * @param labels shape [n], each 0 or 1
 * @param weights shape [n], ≥ 0
 */
@SuppressWarnings("ArrayRecordComponent")
record CalibrationLine(double[] logits, double[] labels, double[] weights) {

  /** Whether all log odds are the same. */
  boolean isFlat() {
    return Arrays.stream(logits).allMatch(logit -> logit == logits[0]);
  }

  /**
   * By how much log odds rise where the probabilities' rise by 1; empty where one of the labels has
   * no weight or some log odds part the labels, so that no slope is the most likely one.
   *
   * @param start of slope and intercept, shape [2]
   */
  OptionalDouble slope(double[] start, double precision) {
    if (isParted()) {
      return OptionalDouble.empty();
    }
    LogisticFit fit =
        new LogisticFit(
            new double[][] {logits, ones()}, new double[logits.length], labels, weights);
    return OptionalDouble.of(fit.from(start, precision)[0]);
  }

  /**
   * By how much log odds are off, the slope being 1; empty where one of the labels has no weight.
   */
  OptionalDouble intercept(double start, double precision) {
    Range[] ranges = ranges();
    if (ranges[0].isEmpty() || ranges[1].isEmpty()) {
      return OptionalDouble.empty();
    }
    LogisticFit fit = new LogisticFit(new double[][] {ones()}, logits, labels, weights);
    return OptionalDouble.of(fit.from(new double[] {start}, precision)[0]);
  }

  private double[] ones() {
    double[] ones = new double[logits.length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private boolean isParted() {
    Range[] ranges = ranges();
    return ranges[1].low() >= ranges[0].high() || ranges[0].low() >= ranges[1].high();
  }

  /** The log odds of a label's rows; of none, the low end is above the high one. */
  private record Range(double low, double high) {

    boolean isEmpty() {
      return low > high;
    }
  }

  private Range[] ranges() {
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < logits.length; i++) {
      if (weights[i] > 0) {
        int label = labels[i] == 1 ? 1 : 0;
        low[label] = Math.min(low[label], logits[i]);
        high[label] = Math.max(high[label], logits[i]);
      }
    }
    return new Range[] {new Range(low[0], high[0]), new Range(low[1], high[1])};
  }
}
