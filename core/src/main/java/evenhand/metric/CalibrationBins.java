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

  private final double[] weight;
  private final double[] surplus;
  private final double[] squared;

  private CalibrationBins(double[] weight, double[] surplus, double[] squared) {
    this.weight = weight;
    this.surplus = surplus;
    this.squared = squared;
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
        new CalibrationBins(new double[k], new double[BINS * k], new double[BINS * k]);
    for (int i = 0; i < labels.length; i++) {
      int g = groups.codes()[i];
      int at = BINS * g + Math.min(BINS - 1, (int) (scores[i] * BINS));
      double part = weights[i] * (labels[i] - scores[i]);
      bins.weight[g] += weights[i];
      bins.surplus[at] += part;
      bins.squared[at] += part * part;
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
   * The bins as another sample of the same sizes might fill them: label minus score, summed over a
   * bin, is normal with the variance its rows show.
   */
  public CalibrationBins drawn(RandomGenerator random) {
    double[] again = new double[surplus.length];
    for (int at = 0; at < again.length; at++) {
      again[at] = surplus[at] + Math.sqrt(squared[at]) * random.nextGaussian();
    }
    return new CalibrationBins(weight, again, squared);
  }
}
