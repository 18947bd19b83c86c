package evenhand.loss;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The Wasserstein-1 distance between the groups' predictions, the mean over the pairs of groups: by
 * how much predictions must move for the distributions to be the same, in their own units. Rows are
 * sorted once, so that the cost is that of sorting. Where predictions are tied the slope is the
 * mean of the slopes to both sides.
 *
 * <p>The area between distribution functions: Ramdas, García Trillos and Cuturi, "On Wasserstein
 * two-sample testing and related families of nonparametric tests", Entropy 19, 2017, section 4.
 *
 * @param attribute whose groups are compared
 */
public record WassersteinDistance(String attribute) implements ScoreLoss {

  @Override
  public Evaluated of(Predictions rows) {
    int present = rows.present();
    if (present < 2) {
      return Evaluated.nothing(rows.size());
    }
    double pairs = present * (present - 1) / 2.0;
    double[] values = rows.values();
    double[] within = rows.withinGroups();
    int[] order =
        IntStream.range(0, values.length)
            .filter(i -> within[i] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    Below below = new Below(rows.totals());
    double value = 0;
    double[] slope = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int at = from; at < to; at++) {
        slope[order[at]] -= below.change(rows.code(order[at]), within[order[at]]);
      }
      for (int at = from; at < to; at++) {
        below.add(rows.code(order[at]), within[order[at]]);
      }
      for (int at = from; at < to; at++) {
        slope[order[at]] += below.change(rows.code(order[at]), -within[order[at]]);
        slope[order[at]] /= 2 * pairs;
      }
      if (to < order.length) {
        value += (values[order[to]] - values[order[from]]) * below.apart() / pairs;
      }
      from = to;
    }
    return new Evaluated(value, slope);
  }

  /** Distribution functions of the groups at one place of the line. */
  private static final class Below {

    private final double[] totals;
    private final double[] share;

    Below(double[] totals) {
      this.totals = totals;
      this.share = new double[totals.length];
    }

    void add(int group, double weight) {
      share[group] += weight;
    }

    /** Σ over pairs of groups of |difference|. */
    double apart() {
      double sum = 0;
      for (int g = 0; g < share.length; g++) {
        for (int other = g + 1; other < share.length; other++) {
          sum += totals[g] > 0 && totals[other] > 0 ? Math.abs(share[g] - share[other]) : 0;
        }
      }
      return sum;
    }

    /** What {@link #apart} would gain if a group had that much more. */
    double change(int group, double weight) {
      double sum = 0;
      for (int other = 0; other < share.length; other++) {
        if (other != group && totals[other] > 0) {
          double gap = share[group] - share[other];
          sum += Math.abs(gap + weight) - Math.abs(gap);
        }
      }
      return sum;
    }
  }
}
