package evenhand.metric;

import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * The expected calibration error of every group and of all rows: Σ_b (weight of bin b / all weight)
 * · |mean label − mean score|, over 10 bins. Of equal width: bin b holds scores in [b/10,
 * (b+1)/10), the last one 1 too. Of equal mass: each holds a tenth of its group's weight, tied
 * scores in one bin. It is never negative, so small samples overstate it.
 *
 * <p>Naeini, Cooper and Hauskrecht, AAAI 2015; of equal mass: Nguyen and O'Connor, EMNLP 2015.
 */
public final class CalibrationBins {

  /** How many. */
  public static final int BINS = 10;

  /** Of every group, shape [k]. */
  private final double[] weight;

  /** Σ w · (label − score) of bin b of group g at 10g + b, as all sums below. */
  private final double[] surplus;

  /** Σ w, Σ w², Σ w² · (label − score), Σ w² · (label − score)², Σ w · score. */
  private final double[][] sums;

  private CalibrationBins(double[] weight, double[] surplus, double[][] sums) {
    this.weight = weight;
    this.surplus = surplus;
    this.sums = sums;
  }

  /**
   * What one bin holds.
   *
   * @param weight above 0
   * @param meanScore in [0, 1]
   * @param meanLabel in [0, 1]
   */
  public record Bin(double weight, double meanScore, double meanLabel) {}

  /**
   * Fills bins of equal width of every group.
   *
   * @param labels shape [n], each 0 or 1
   * @param scores shape [n], in [0, 1]
   * @param weights shape [n], finite, ≥ 0
   * @param groups of the n rows
   */
  public static CalibrationBins of(
      double[] labels, double[] scores, double[] weights, Groups groups) {
    int[] bins = new int[scores.length];
    for (int i = 0; i < bins.length; i++) {
      bins[i] = bin(scores[i]);
    }
    return filled(new double[][] {labels, scores, weights}, groups, bins);
  }

  /** Which of the bins of equal width a score in [0, 1] falls into, from 0. */
  public static int bin(double score) {
    return Math.min(BINS - 1, (int) (score * BINS));
  }

  /** Fills bins of equal mass of every group; the arguments are the same. */
  public static CalibrationBins ofEqualMass(
      double[] labels, double[] scores, double[] weights, Groups groups) {
    int k = groups.names().size();
    int[] codes = groups.codes();
    double[] total = new double[k];
    for (int i = 0; i < codes.length; i++) {
      total[codes[i]] += weights[i];
    }
    double[] before = new double[k];
    double[] last = new double[k];
    java.util.Arrays.fill(last, Double.NaN);
    int[] current = new int[k];
    int[] bins = new int[scores.length];
    for (int row : Ascending.order(scores)) {
      int g = codes[row];
      if (scores[row] != last[g]) {
        current[g] = (int) Math.min(BINS - 1, BINS * before[g] / total[g]);
        last[g] = scores[row];
      }
      bins[row] = current[g];
      before[g] += weights[row];
    }
    return filled(new double[][] {labels, scores, weights}, groups, bins);
  }

  private static CalibrationBins filled(double[][] rows, Groups groups, int[] rowBins) {
    int k = groups.names().size();
    CalibrationBins bins =
        new CalibrationBins(new double[k], new double[BINS * k], new double[5][BINS * k]);
    for (int i = 0; i < rowBins.length; i++) {
      int g = groups.codes()[i];
      int at = BINS * g + rowBins[i];
      double w = rows[2][i];
      double difference = rows[0][i] - rows[1][i];
      bins.weight[g] += w;
      bins.surplus[at] += w * difference;
      bins.sums[0][at] += w;
      bins.sums[1][at] += w * w;
      bins.sums[2][at] += w * w * difference;
      bins.sums[3][at] += w * w * difference * difference;
      bins.sums[4][at] += w * rows[1][i];
    }
    return bins;
  }

  /** The bins of a group that hold any weight, by increasing score. */
  public List<Bin> bins(int group) {
    List<Bin> held = new ArrayList<>();
    for (int at = BINS * group; at < BINS * (group + 1); at++) {
      double all = sums[0][at];
      if (all > 0) {
        double score = sums[4][at] / all;
        double label = Math.min(1, Math.max(0, score + surplus[at] / all));
        held.add(new Bin(all, score, label));
      }
    }
    return held;
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
