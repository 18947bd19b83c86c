package evenhand.metric;

import evenhand.data.Groups;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * The expected calibration error of every group and of all rows: Σ_b (weight of bin b / all weight)
 * · |mean label − mean score|, over 10 bins of equal width; bin b holds scores in [b/10, (b+1)/10),
 * the last one 1 too. It is never negative, so small samples overstate it.
 *
 * <p>Naeini, Cooper and Hauskrecht, AAAI 2015.
 */
public final class CalibrationBins {

  private static final int BINS = 10;

  /** Of every group, shape [k]. */
  private final double[] weight;

  /** Σ w · (label − score) of bin b of group g at 10g + b, as all sums below. */
  private final double[] surplus;

  /** Σ w, Σ w², Σ w² · (label − score), Σ w² · (label − score)². */
  private final double[][] sums;

  private CalibrationBins(double[] weight, double[] surplus, double[][] sums) {
    this.weight = weight;
    this.surplus = surplus;
    this.sums = sums;
  }

  /**
   * Fills the bins of every group.
   *
   * @param labels shape [n], each 0 or 1
   * @param scores shape [n], in [0, 1]
   * @param weights shape [n], finite, ≥ 0
   * @param groups of the n rows
   */
  public static CalibrationBins of(
      double[] labels, double[] scores, double[] weights, Groups groups) {
    int k = groups.names().size();
    CalibrationBins bins =
        new CalibrationBins(new double[k], new double[BINS * k], new double[4][BINS * k]);
    for (int i = 0; i < labels.length; i++) {
      int g = groups.codes()[i];
      int at = BINS * g + Math.min(BINS - 1, (int) (scores[i] * BINS));
      double w = weights[i];
      double difference = labels[i] - scores[i];
      bins.weight[g] += w;
      bins.surplus[at] += w * difference;
      bins.sums[0][at] += w;
      bins.sums[1][at] += w * w;
      bins.sums[2][at] += w * w * difference;
      bins.sums[3][at] += w * w * difference * difference;
    }
    return bins;
  }

  /** k: the number of groups. */
  public int groups() {
    return weight.length;
  }

  public OptionalDouble of(int group) {
    return weight[group] == 0 ? OptionalDouble.empty() : OptionalDouble.of(error(group, group + 1));
  }

  /** Of all rows; empty when none has weight. */
  public OptionalDouble overall() {
    for (double one : weight) {
      if (one > 0) {
        return OptionalDouble.of(error(0, groups()));
      }
    }
    return OptionalDouble.empty();
  }

  private double error(int from, int to) {
    double total = 0;
    double[] bin = new double[BINS];
    for (int g = from; g < to; g++) {
      total += weight[g];
      for (int b = 0; b < BINS; b++) {
        bin[b] += surplus[BINS * g + b];
      }
    }
    double sum = 0;
    for (double difference : bin) {
      sum += Math.abs(difference);
    }
    return sum / total;
  }

  /**
   * The bins as another sample of the same groups might fill them: both how much falls into a bin
   * and what it differs by there are normal, with the variances that the rows show.
   */
  public CalibrationBins drawn(RandomGenerator random) {
    double[] again = surplus.clone();
    for (int g = 0; g < groups(); g++) {
      double[] moved = new double[BINS];
      double all = 0;
      for (int b = 0; b < BINS; b++) {
        moved[b] = Math.sqrt(sums[1][BINS * g + b]) * random.nextGaussian();
        all += moved[b];
      }
      for (int b = 0; b < BINS; b++) {
        int at = BINS * g + b;
        if (sums[0][at] > 0) {
          double mean = surplus[at] / sums[0][at];
          double more = moved[b] - sums[0][at] / weight[g] * all;
          again[at] += mean * more + Math.sqrt(spread(at, mean)) * random.nextGaussian();
        }
      }
    }
    return new CalibrationBins(weight, again, sums);
  }

  /** Σ w² · (label − score − mean)². */
  private double spread(int at, double mean) {
    return Math.max(0, sums[3][at] - 2 * mean * sums[2][at] + mean * mean * sums[1][at]);
  }
}
