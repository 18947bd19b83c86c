package evenhand.metric;

import org.jspecify.annotations.Nullable;

/** Running counts and sums of one attribute's cells; at most {@link Integer#MAX_VALUE} rows. */
final class CellSums {

  private final int[] codes;
  private final long[] rows;

  /** Four copies, so that neighbouring rows of the same cell need not wait for each other. */
  private final int[][] counts;

  private final double[] cells;
  private final double[] squares;

  /**
   * @param codes of the groups, shape [n]
   * @param groups k
   */
  CellSums(int[] codes, int groups) {
    this.codes = codes;
    this.rows = new long[groups];
    this.counts = new int[4][4 * groups];
    this.cells = new double[4 * groups];
    this.squares = new double[4 * groups];
  }

  /** Counts whole rows of weight 1, whose cells are at [0, to − from) of {@code cell}. */
  void addWhole(byte[] cell, int from, int to) {
    int[] a = counts[0];
    int[] b = counts[1];
    int[] c = counts[2];
    int[] d = counts[3];
    int n = to - from;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      a[4 * codes[from + i] + cell[i]]++;
      b[4 * codes[from + i + 1] + cell[i + 1]]++;
      c[4 * codes[from + i + 2] + cell[i + 2]]++;
      d[4 * codes[from + i + 3] + cell[i + 3]]++;
    }
    for (; i < n; i++) {
      a[4 * codes[from + i] + cell[i]]++;
    }
  }

  /** Adds rows with weights, or accepted with a probability. */
  void addShares(CountedRows source, int from, int to) {
    double @Nullable [] weights = source.weights();
    for (int i = from; i < to; i++) {
      double weight = weights == null ? 1 : weights[i];
      double accepted = source.decision(i);
      int at = 4 * codes[i] + 2 * source.label(i);
      cells[at] += weight * (1 - accepted);
      cells[at + 1] += weight * accepted;
      squares[at] += weight * weight * (1 - accepted);
      squares[at + 1] += weight * weight * accepted;
      rows[codes[i]]++;
    }
  }

  Tally tally(boolean unweighted) {
    for (int at = 0; at < cells.length; at++) {
      long whole = (long) counts[0][at] + counts[1][at] + counts[2][at] + counts[3][at];
      cells[at] += whole;
      squares[at] += whole;
      rows[at >> 2] += whole;
    }
    return new Tally(rows, cells, unweighted ? cells : squares);
  }
}
