package evenhand.audit;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A bootstrap over cells: each replicate draws, within every group, as many rows as its weights are
 * worth (Kish's effective size). A group never vanishes and keeps its share of all rows. The work
 * does not grow with the rows.
 *
 * <p>Rows are drawn from the cells with half a row added to each, which is one accepted and one not
 * accepted in all, so that a rate of 0 or 1 does not look certain (Agresti and Caffo, The American
 * Statistician 2000). Cells of labels that the group does not have stay empty.
 */
final class CellDraws {

  private static final double ADDED = 0.5;

  private final int replicates;

  /** Rows of each cell, scaled to the group's weight, [k][replicates × cells]. */
  private final double[][] drawn;

  /** What is added to each cell, scaled likewise, [k][cells]. */
  private final double[][] added;

  /** The cells that rows were drawn from, scaled likewise, [k][cells]. */
  private final double[][] centres;

  CellDraws(CellTable table, int replicates, RandomGenerator random) {
    int k = table.groups();
    int m = table.cells()[0].length;
    this.replicates = replicates;
    this.drawn = new double[k][replicates * m];
    this.added = new double[k][m];
    this.centres = new double[k][m];
    for (int g = 0; g < k; g++) {
      double[] cells = table.cells()[g];
      double weight = Arrays.stream(cells).sum();
      if (weight > 0) {
        double effective = weight * weight / Arrays.stream(table.squares()[g]).sum();
        draw(g, cells, (int) Math.max(1, Math.round(effective)), random);
      }
    }
  }

  private void draw(int g, double[] cells, int rows, RandomGenerator random) {
    double unit = Arrays.stream(cells).sum() / rows;
    double open = 0;
    for (int c = 0; c < cells.length; c++) {
      if (cells[c] + cells[c ^ 1] > 0) {
        added[g][c] = ADDED * unit;
        open += ADDED;
      }
    }
    double[] probabilities = new double[cells.length];
    for (int c = 0; c < cells.length; c++) {
      probabilities[c] = (cells[c] + added[g][c]) / (unit * (rows + open));
      centres[g][c] = probabilities[c] * unit * rows;
    }
    for (int at = 0; at < drawn[g].length; at += cells.length) {
      BinomialDraw.multinomial(rows, probabilities, random, drawn[g], at);
    }
    for (int at = 0; at < drawn[g].length; at++) {
      drawn[g][at] *= unit;
    }
  }

  /** One metric of every group and of all rows in every replicate. */
  Replicates of(Function<double[], OptionalDouble> metric) {
    int k = drawn.length;
    Errors differences = new Errors(new double[k][replicates], new double[replicates]);
    Errors logarithms = new Errors(new double[k][replicates], new double[replicates]);
    double[] centre = new double[k];
    int m = centres[0].length;
    double[] all = new double[replicates * m];
    double[] allAdded = new double[m];
    double[] allCentres = new double[m];
    for (int g = 0; g < k; g++) {
      CellTable.add(all, drawn[g]);
      CellTable.add(allAdded, added[g]);
      CellTable.add(allCentres, centres[g]);
      centre[g] =
          errors(
              metric,
              drawn[g],
              centres[g],
              added[g],
              differences.groups()[g],
              logarithms.groups()[g]);
    }
    double overallCentre =
        errors(metric, all, allCentres, allAdded, differences.overall(), logarithms.overall());
    return new Replicates(differences, logarithms, centre, overallCentre);
  }

  /**
   * Fills in the errors around the centre and returns it; leaves 0 where the centre is undefined.
   */
  private static double errors(
      Function<double[], OptionalDouble> metric,
      double[] draws,
      double[] centreCells,
      double[] addedCells,
      double[] differences,
      double[] logarithms) {
    OptionalDouble centre = metric.apply(centreCells);
    if (centre.isEmpty()) {
      return 0;
    }
    int m = centreCells.length;
    double[] cells = new double[m];
    double[] smoothed = new double[m];
    for (int r = 0; r < differences.length; r++) {
      for (int c = 0; c < m; c++) {
        cells[c] = draws[r * m + c];
        smoothed[c] = cells[c] + addedCells[c];
      }
      double certain = metric.apply(smoothed).orElseThrow();
      differences[r] = metric.apply(cells).orElse(certain) - centre.getAsDouble();
      logarithms[r] = Replicates.log(certain) - Replicates.log(centre.getAsDouble());
    }
    return centre.getAsDouble();
  }
}
