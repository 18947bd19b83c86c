package evenhand.metric;

import evenhand.data.Groups;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What all rates of the groups of one attribute are made of: rows and weight by group, label and
 * decision. Adds up over disjoint rows.
 *
 * <p>A row of weight w that is accepted with probability d counts as w·d accepted and w·(1 − d)
 * not.
 */
public final class Tally {

  private final long[] rows;
  private final double[] cells;
  private final double[] squares;

  /**
   * @param rows of each group, shape [k]
   * @param cells weight of group g, label y, decision d at 4g + 2y + d, shape [4k]
   * @param squares the same sums over squared weights; the same array where every weight is 1
   */
  Tally(long[] rows, double[] cells, double[] squares) {
    this.rows = rows;
    this.cells = cells;
    this.squares = squares;
  }

  /**
   * Counts the rows of one attribute.
   *
   * @param labels shape [n], each 0 or 1
   * @param decisions shape [n], each 0 or 1
   * @param groups of the n rows
   */
  public static Tally of(int[] labels, int[] decisions, Groups groups) {
    return Counting.count(new CountedRows.Decided(labels, decisions), List.of(groups)).get(0);
  }

  /**
   * Counts the rows of several attributes in one pass.
   *
   * @param labels shape [n], each 0 or 1
   * @param decisions acceptance probabilities, shape [n], in [0, 1]
   * @param weights shape [n], finite, ≥ 0; empty: all 1
   * @param groups partitions of the n rows
   * @return one tally per partition
   */
  public static List<Tally> of(
      int[] labels, double[] decisions, Optional<double[]> weights, List<Groups> groups) {
    return Counting.count(new CountedRows.Shared(labels, decisions, weights.orElse(null)), groups);
  }

  /** k: the number of groups. */
  public int groups() {
    return rows.length;
  }

  /** How many rows the group has, whatever they weigh. */
  public long rows(int group) {
    return rows[group];
  }

  /** Weight of label y and decision d at 2y + d, shape [4]. */
  public double[] cells(int group) {
    return Arrays.copyOfRange(cells, 4 * group, 4 * group + 4);
  }

  /** The same sums as {@link #cells} over squared weights, shape [4]. */
  public double[] squares(int group) {
    return Arrays.copyOfRange(squares, 4 * group, 4 * group + 4);
  }

  public Rate rate(Statistic statistic, int group) {
    return statistic.of(cells(group));
  }

  /** All rows as one group. */
  public Tally pooled() {
    double[] all = new double[4];
    double[] allSquares = squares == cells ? all : new double[4];
    for (int at = 0; at < cells.length; at++) {
      all[at & 3] += cells[at];
      if (squares != cells) {
        allSquares[at & 3] += squares[at];
      }
    }
    return new Tally(new long[] {Arrays.stream(rows).sum()}, all, allSquares);
  }

  /**
   * The tally of both samples, which share no row. Associative and commutative for whole counts.
   */
  public Tally plus(Tally other) {
    if (groups() != other.groups()) {
      throw new IllegalArgumentException(
          "tallies of %d and %d groups can't be added".formatted(groups(), other.groups()));
    }
    long[] allRows = rows.clone();
    for (int g = 0; g < allRows.length; g++) {
      allRows[g] += other.rows[g];
    }
    double[] all = sum(cells, other.cells);
    boolean unweighted = squares == cells && other.squares == other.cells;
    return new Tally(allRows, all, unweighted ? all : sum(squares, other.squares));
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tally that
        && Arrays.equals(rows, that.rows)
        && Arrays.equals(cells, that.cells)
        && Arrays.equals(squares, that.squares);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(rows) + Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    return "Tally" + Arrays.toString(rows) + Arrays.toString(cells);
  }
}
