package evenhand.loss;

import evenhand.data.Groups;
import evenhand.metric.Rate;
import evenhand.metric.Statistic;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A statistic of each group and of everyone where decisions are smoothed: every rate is a quotient
 * of two sums that are affine in the decisions, by {@link Statistic#counts} and {@link
 * Statistic#hits}. Of decisions 0 and 1 these are the rates that an audit measures.
 *
 * @param rates of the groups that have rows that count, shape [m], in [0, 1]
 * @param sizes weight of the rows that count, shape [m], each &gt; 0; where decisions say which
 *     rows count, of all rows of these groups
 * @param overall everyone's rate, in [0, 1]
 * @param slopes ∂rate/∂(accepted weight of label y) of each of those groups, shape [m][2]
 * @param overallSlopes the same of everyone's rate, shape [2]
 * @param places of each group of the partition among the m, −1 where it has none; shape [k]
 */
record SoftRates(
    double[] rates,
    double[] sizes,
    double overall,
    double[][] slopes,
    double[] overallSlopes,
    int[] places) {

  /**
   * @param accepted weight of each cell 2g + y, shape [2k]
   * @param total weight of each cell, shape [2k]
   */
  static SoftRates of(Statistic statistic, double[] accepted, double[] total) {
    int k = total.length / 2;
    int[] places = new int[k];
    int present = 0;
    Quotient[] quotients = new Quotient[k];
    Quotient everyone = new Quotient(0, 0);
    for (int g = 0; g < k; g++) {
      quotients[g] = Quotient.of(statistic, accepted, total, g);
      everyone = everyone.plus(quotients[g]);
      places[g] = quotients[g].trials() > 0 ? present++ : -1;
    }
    double[] rates = new double[present];
    double[] sizes = new double[present];
    double[][] slopes = new double[present][];
    for (int g = 0; g < k; g++) {
      if (places[g] >= 0) {
        rates[places[g]] = quotients[g].rate();
        sizes[places[g]] = size(statistic, quotients[g], total, g);
        slopes[places[g]] = quotients[g].slope(statistic);
      }
    }
    return new SoftRates(
        rates,
        sizes,
        present == 0 ? 0 : everyone.rate(),
        slopes,
        present == 0 ? new double[2] : everyone.slope(statistic),
        places);
  }

  /** Of the {@link #sizes}, adding up to 1. */
  double[] shares() {
    double all = Arrays.stream(sizes).sum();
    return Arrays.stream(sizes).map(size -> size / all).toArray();
  }

  /** Which groups the m are, shape [m]. */
  int[] groups() {
    return IntStream.range(0, places.length).filter(g -> places[g] >= 0).toArray();
  }

  private static double size(Statistic statistic, Quotient quotient, double[] total, int group) {
    return statistic.isLinear() ? quotient.trials() : total[2 * group] + total[2 * group + 1];
  }

  /**
   * ∂f/∂(accepted weight) of each cell 2g + y, shape [2k], of a function f of the rates.
   *
   * @param byRate ∂f/∂rate of each of the m groups
   * @param byOverall ∂f/∂overall
   */
  double[] byCell(double[] byRate, double byOverall) {
    double[] cells = new double[2 * places.length];
    for (int g = 0; g < places.length; g++) {
      if (places[g] >= 0) {
        for (int y = 0; y <= 1; y++) {
          cells[2 * g + y] =
              byRate[places[g]] * slopes[places[g]][y] + byOverall * overallSlopes[y];
        }
      }
    }
    return cells;
  }

  /** Weight of each cell 2g + y of those of the rows that are given, shape [2k]. */
  static double[] cells(Batch batch, Groups groups, double[] decisions) {
    double[] cells = new double[2 * groups.names().size()];
    for (int i = 0; i < decisions.length; i++) {
      cells[2 * groups.codes()[i] + batch.labels()[i]] += batch.parityWeights()[i] * decisions[i];
    }
    return cells;
  }

  private record Quotient(double hits, double trials) {

    static Quotient of(Statistic statistic, double[] accepted, double[] total, int group) {
      double[] cells = new double[4];
      for (int label = 0; label <= 1; label++) {
        int cell = 2 * group + label;
        cells[2 * label] = Math.max(0, total[cell] - accepted[cell]);
        cells[2 * label + 1] = accepted[cell];
      }
      Rate rate = statistic.of(cells);
      return new Quotient(rate.hits(), rate.trials());
    }

    Quotient plus(Quotient other) {
      return new Quotient(hits + other.hits, trials + other.trials);
    }

    double rate() {
      return hits / trials;
    }

    double[] slope(Statistic statistic) {
      double[] slope = new double[2];
      for (int label = 0; label <= 1; label++) {
        int counted = statistic.counts(label, 1) ? 1 : 0;
        int uncounted = statistic.counts(label, 0) ? 1 : 0;
        double hit = counted * statistic.hits(label, 1) - uncounted * statistic.hits(label, 0);
        slope[label] = (hit - rate() * (counted - uncounted)) / trials;
      }
      return slope;
    }
  }
}
