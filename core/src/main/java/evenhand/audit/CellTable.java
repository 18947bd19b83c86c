package evenhand.audit;

import evenhand.metric.DecisionCounts;
import evenhand.metric.Tally;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cells of every group that its rates are read off: two per label, the rows that a decision
 * missed and those that it hit; of decisions without outcomes two in all.
 *
 * @param rows of each group, shape [k]
 * @param cells weights, shape [k][2 × labels]; of label y at 2y and 2y + 1
 * @param squares the same sums over squared weights
 */
record CellTable(long[] rows, double[][] cells, double[][] squares) {

  /** Of binary decisions: label y and decision d at 2y + d. */
  static CellTable of(Tally tally) {
    return of(tally, tally.groups(), 1, 4);
  }

  /** Of decisions without outcomes: decision d at d. */
  static CellTable of(DecisionCounts counts) {
    int k = counts.groups();
    CellTable table = new CellTable(new long[k], new double[k][], new double[k][]);
    for (int g = 0; g < k; g++) {
      table.rows[g] = counts.rows(g);
      table.cells[g] = counts.cells(g);
      table.squares[g] = counts.squares(g);
    }
    return table;
  }

  /**
   * Of several classes: label c at 2c where the decision was another class, else at 2c + 1.
   *
   * @param tally of group × class at g·classes + c, each row with label 1
   */
  static CellTable ofClasses(Tally tally, int classes) {
    return of(tally, tally.groups() / classes, classes, 2);
  }

  private static CellTable of(Tally tally, int groups, int parts, int last) {
    long[] rows = new long[groups];
    double[][] cells = new double[groups][parts * last];
    double[][] squares = new double[groups][parts * last];
    for (int part = 0; part < groups * parts; part++) {
      int g = part / parts;
      int at = part % parts * last;
      rows[g] += tally.rows(part);
      System.arraycopy(tally.cells(part), 4 - last, cells[g], at, last);
      System.arraycopy(tally.squares(part), 4 - last, squares[g], at, last);
    }
    return new CellTable(rows, cells, squares);
  }

  /** k: the number of groups. */
  int groups() {
    return rows.length;
  }

  /** All rows as one group. */
  CellTable pooled() {
    long[] allRows = new long[1];
    double[][] all = new double[1][cells[0].length];
    double[][] allSquares = new double[1][cells[0].length];
    for (int g = 0; g < groups(); g++) {
      allRows[0] += rows[g];
      add(all[0], cells[g]);
      add(allSquares[0], squares[g]);
    }
    return new CellTable(allRows, all, allSquares);
  }

  /** What each group weighs, shape [k]. */
  double[] weights() {
    return Arrays.stream(cells).mapToDouble(each -> Arrays.stream(each).sum()).toArray();
  }

  /** Why a metric of the group is withheld: too few rows, or too few of those it needs. */
  Optional<String> lacking(int group, NeededRows.Lack lack, AuditOptions options) {
    return options.lacking(rows[group]).or(() -> lack.in(cells[group], squares[group], options));
  }

  static void add(double[] total, double[] part) {
    for (int c = 0; c < total.length; c++) {
      total[c] += part[c];
    }
  }
}
