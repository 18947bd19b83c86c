package evenhand.metric;

import evenhand.data.Groups;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many of each group of one attribute were accepted and how many not, whatever came true: all
 * that an audit without outcomes needs. Adds up over disjoint rows.
 *
 * <p>A row of weight w that is accepted with probability d counts as w·d accepted and w·(1 − d)
 * not.
 */
public final class DecisionCounts {

  private final long[] rows;

  /** Of group g, not accepted at 2g and accepted at 2g + 1. */
  private final double[] cells;

  private final double[] squares;

  private DecisionCounts(long[] rows, double[] cells, double[] squares) {
    this.rows = rows;
    this.cells = cells;
    this.squares = squares;
  }

  /**
   * Counts that are known already.
   *
   * @param rows of each group, shape [k]
   * @param accepted how many of them were accepted, shape [k]
   */
  public static DecisionCounts of(long[] rows, long[] accepted) {
    double[] cells = new double[2 * rows.length];
    for (int g = 0; g < rows.length; g++) {
      if (!(0 <= accepted[g] && accepted[g] <= rows[g])) {
        throw new IllegalArgumentException(
            "need 0 <= accepted <= rows, got " + accepted[g] + " of " + rows[g]);
      }
      cells[2 * g] = rows[g] - accepted[g];
      cells[2 * g + 1] = accepted[g];
    }
    return new DecisionCounts(rows.clone(), cells, cells);
  }

  /**
   * Counts the rows of several attributes.
   *
   * @param decisions acceptance probabilities, shape [n], in [0, 1]
   * @param weights shape [n], finite, ≥ 0; empty: all 1
   * @param groups partitions of the n rows
   * @return one per partition
   */
  public static List<DecisionCounts> of(
      double[] decisions, Optional<double[]> weights, List<Groups> groups) {
    return groups.stream().map(each -> of(decisions, weights.orElse(null), each)).toList();
  }

  private static DecisionCounts of(
      double[] decisions, double @org.jspecify.annotations.Nullable [] weights, Groups groups) {
    int k = groups.names().size();
    int[] codes = groups.codes();
    long[] rows = new long[k];
    double[] cells = new double[2 * k];
    double[] squares = weights == null ? cells : new double[2 * k];
    for (int i = 0; i < codes.length; i++) {
      int at = 2 * codes[i];
      double weight = weights == null ? 1 : weights[i];
      rows[codes[i]]++;
      cells[at] += weight * (1 - decisions[i]);
      cells[at + 1] += weight * decisions[i];
      if (weights != null) {
        squares[at] += weight * weight * (1 - decisions[i]);
        squares[at + 1] += weight * weight * decisions[i];
      }
    }
    return new DecisionCounts(rows, cells, squares);
  }

  /** k: the number of groups. */
  public int groups() {
    return rows.length;
  }

  /** How many rows the group has, whatever they weigh. */
  public long rows(int group) {
    return rows[group];
  }

  /** Weight of the rows that were not accepted and of those that were, shape [2]. */
  public double[] cells(int group) {
    return Arrays.copyOfRange(cells, 2 * group, 2 * group + 2);
  }

  /** The same sums as {@link #cells} over squared weights, shape [2]. */
  public double[] squares(int group) {
    return Arrays.copyOfRange(squares, 2 * group, 2 * group + 2);
  }

  /** The selection rate. */
  public Rate rate(int group) {
    return rate(cells(group));
  }

  /**
   * The selection rate of one group.
   *
   * @param cells as in {@link #cells}
   */
  public static Rate rate(double[] cells) {
    return new Rate(cells[1], cells[0] + cells[1]);
  }

  /** The counts of both samples, which share no row. */
  public DecisionCounts plus(DecisionCounts other) {
    if (groups() != other.groups()) {
      throw new IllegalArgumentException(
          "counts of %d and %d groups can't be added".formatted(groups(), other.groups()));
    }
    return new DecisionCounts(
        IntStream.range(0, groups()).mapToLong(g -> rows[g] + other.rows[g]).toArray(),
        sum(cells, other.cells),
        sum(squares, other.squares));
  }

  private static double[] sum(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
  }
}
