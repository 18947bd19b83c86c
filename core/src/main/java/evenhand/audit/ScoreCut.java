package evenhand.audit;

import evenhand.data.DataException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a score of any range selects.
 *
 * @param value the threshold, or the median of all scores
 * @param isMedian whether a score has to be above it; else at least it
 */
record ScoreCut(double value, boolean isMedian) {

  static ScoreCut at(double threshold) {
    if (!Double.isFinite(threshold)) {
      throw new DataException("the threshold must be a number, was " + threshold);
    }
    return new ScoreCut(threshold, false);
  }

  /**
   * @param scores shape [n], at least one
   * @param weights shape [n]; empty: all 1
   */
  static ScoreCut aboveMedian(double[] scores, Optional<double[]> weights) {
    return new ScoreCut(
        weights.map(each -> median(scores, each)).orElseGet(() -> median(scores)), true);
  }

  /** Of an even number the mean of the two in the middle. */
  private static double median(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
  }

  /** The smallest score that half of the weight does not exceed. */
  private static double median(double[] scores, double[] weights) {
    Integer[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .toArray(Integer[]::new);
    double half = Arrays.stream(weights).sum() / 2;
    double below = 0;
    for (int i : order) {
      below += weights[i];
      if (below >= half) {
        return scores[i];
      }
    }
    return scores[order[order.length - 1]];
  }

  double[] decide(double[] scores) {
    return Arrays.stream(scores)
        .map(score -> (isMedian ? score > value : score >= value) ? 1 : 0)
        .toArray();
  }

  /** Such as {@code points is above everyone's median, 52}. */
  String rule(String column) {
    return isMedian
        ? "%s is above everyone's median, %s".formatted(column, number(value))
        : "%s is at least %s".formatted(column, number(value));
  }

  static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
