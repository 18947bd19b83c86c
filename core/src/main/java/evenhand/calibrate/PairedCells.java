package evenhand.calibrate;

import evenhand.data.Groups;
import evenhand.metric.CalibrationBins;
import evenhand.metric.MeanMetric;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The rows of every group that share a bin before and a bin after. Of each such cell it keeps the
 * sums of a row's weight w, w·(label − before), w·(label − after), w·loss before and w·loss after,
 * and the square root of the matrix of their products.
 */
final class PairedCells {

  private static final int NUMBERS = 5;

  /** Of every cell: its group, its bin before and its bin after. */
  private final int[][] places;

  private final double[][] sums;
  private final double[][][] roots;
  private final int groups;

  private PairedCells(int[][] places, double[][] sums, double[][][] roots, int groups) {
    this.places = places;
    this.sums = sums;
    this.roots = roots;
    this.groups = groups;
  }

  static PairedCells of(double[] before, double[] after, ScoredRows rows, Groups groups) {
    TreeMap<Long, double[][]> cells = new TreeMap<>();
    double[] numbers = new double[NUMBERS];
    for (int i = 0; i < before.length; i++) {
      double w = rows.weights()[i];
      int label = rows.labels()[i];
      numbers[0] = w;
      numbers[1] = w * (label - before[i]);
      numbers[2] = w * (label - after[i]);
      numbers[3] = w * MeanMetric.LOG_LOSS.of(label, before[i]);
      numbers[4] = w * MeanMetric.LOG_LOSS.of(label, after[i]);
      int bins =
          CalibrationBins.BINS * CalibrationBins.bin(before[i]) + CalibrationBins.bin(after[i]);
      long key = (long) groups.codes()[i] * CalibrationBins.BINS * CalibrationBins.BINS + bins;
      add(cells.computeIfAbsent(key, unused -> new double[NUMBERS + 1][NUMBERS]), numbers);
    }
    int[][] places = new int[cells.size()][];
    double[][] sums = new double[cells.size()][];
    double[][][] roots = new double[cells.size()][][];
    int c = 0;
    for (var cell : cells.entrySet()) {
      int bins = (int) (cell.getKey() % (CalibrationBins.BINS * CalibrationBins.BINS));
      int group = (int) (cell.getKey() / (CalibrationBins.BINS * CalibrationBins.BINS));
      places[c] = new int[] {group, bins / CalibrationBins.BINS, bins % CalibrationBins.BINS};
      sums[c] = cell.getValue()[NUMBERS];
      roots[c++] = root(Arrays.copyOf(cell.getValue(), NUMBERS));
    }
    return new PairedCells(places, sums, roots, groups.names().size());
  }

  private static void add(double[][] cell, double[] numbers) {
    for (int j = 0; j < NUMBERS; j++) {
      cell[NUMBERS][j] += numbers[j];
      for (int k = 0; k <= j; k++) {
        cell[j][k] += numbers[j] * numbers[k];
      }
    }
  }

  /** Cholesky's lower triangle; a direction without any spread has none in it. */
  private static double[][] root(double[][] products) {
    double[][] root = new double[NUMBERS][NUMBERS];
    for (int j = 0; j < NUMBERS; j++) {
      for (int k = 0; k <= j; k++) {
        double rest = products[j][k];
        for (int m = 0; m < k; m++) {
          rest -= root[j][m] * root[k][m];
        }
        if (k == j) {
          root[j][j] = rest > 1e-12 * products[j][j] ? Math.sqrt(rest) : 0;
        } else {
          root[j][k] = root[k][k] == 0 ? 0 : rest / root[k][k];
        }
      }
    }
    return root;
  }

  /** k: the number of groups. */
  int groups() {
    return groups;
  }

  /** Of every cell, shape [cells][5]. */
  double[][] sums() {
    return sums;
  }

  /** The sums of another sample, the same shape. */
  double[][] drawn(RandomGenerator random) {
    double[][] drawn = new double[sums.length][NUMBERS];
    double[] normal = new double[NUMBERS];
    for (int c = 0; c < sums.length; c++) {
      for (int j = 0; j < NUMBERS; j++) {
        normal[j] = random.nextGaussian();
        drawn[c][j] = sums[c][j];
        for (int k = 0; k <= j; k++) {
          drawn[c][j] += roots[c][j][k] * normal[k];
        }
      }
      drawn[c][0] = Math.max(0, drawn[c][0]);
    }
    return drawn;
  }

  /** Weighted means before and after. */
  double[] logLoss(double[][] of) {
    double weight = 0;
    double[] loss = new double[2];
    for (double[] cell : of) {
      weight += cell[0];
      loss[0] += cell[3];
      loss[1] += cell[4];
    }
    return new double[] {loss[0] / weight, loss[1] / weight};
  }

  /**
   * The expected calibration error of some unions of groups.
   *
   * @param unions which one each group is in, shape [k]; -1 for none
   * @param when 0 for before, 1 for after
   * @return shape [count]; NaN for one without weight
   */
  double[] ece(double[][] of, int[] unions, int count, int when) {
    double[] weight = new double[count];
    double[][] surplus = new double[count][CalibrationBins.BINS];
    for (int c = 0; c < of.length; c++) {
      int union = unions[places[c][0]];
      if (union >= 0) {
        weight[union] += of[c][0];
        surplus[union][places[c][1 + when]] += of[c][1 + when];
      }
    }
    double[] errors = new double[count];
    for (int u = 0; u < count; u++) {
      double sum = 0;
      for (double bin : surplus[u]) {
        sum += Math.abs(bin);
      }
      errors[u] = weight[u] > 0 ? sum / weight[u] : Double.NaN;
    }
    return errors;
  }
}
