package evenhand.loss;

import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands for the rate of a group that has few rows: its own as far as it is credible, and for
 * the rest its parent's. The parent of a cell of an intersection are the rows that share one of its
 * attributes, counted as often as they share one; of a group of a single attribute, everyone.
 *
 * @param credibility of a group's own rate
 * @param marginals for each cell, the code of its group in each attribute that is crossed; empty:
 *     of a single attribute
 */
public record Pooling(Credibility credibility, List<List<Integer>> marginals) {

  /** Every rate as it is. */
  public static final Pooling NONE = new Pooling(new Credibility.Full(), List.of());

  public Pooling {
    marginals = marginals.stream().map(List::copyOf).toList();
  }

  /**
   * @param all partitions of the same rows, among them those that the attribute crosses
   */
  public static Pooling of(Credibility credibility, String attribute, List<Groups> all) {
    List<Groups> parts = parts(attribute, all);
    if (parts.isEmpty()) {
      return new Pooling(credibility, List.of());
    }
    Groups cells =
        all.stream().filter(each -> each.attribute().equals(attribute)).findFirst().orElseThrow();
    List<List<Integer>> marginals = new ArrayList<>();
    for (int c = 0; c < cells.names().size(); c++) {
      marginals.add(List.of());
    }
    for (int i = 0; i < cells.size(); i++) {
      int row = i;
      marginals.set(cells.codes()[i], parts.stream().map(part -> part.codes()[row]).toList());
    }
    return new Pooling(credibility, marginals);
  }

  /** The single attributes that an intersection crosses, as far as they are there. */
  public static List<Groups> parts(String attribute, List<Groups> all) {
    return all.stream()
        .filter(each -> each.attribute().equals(attribute))
        .flatMap(cells -> all.stream().filter(each -> cells.crossed().contains(each.attribute())))
        .toList();
  }

  /**
   * @param cells which groups they are, shape [m]
   * @param rows of each that count, shape [m], each &gt; 0
   * @return shares of every group's own rate (column) in what stands for a rate (row), shape
   *     [m][m]; every row adds up to 1
   */
  double[][] shares(int[] cells, double[] rows) {
    int m = cells.length;
    double[] own = credibility.of(rows);
    double[][] shares = new double[m][m];
    for (int c = 0; c < m; c++) {
      for (int other = 0; other < m; other++) {
        shares[c][other] = rows[other] * shared(cells[c], cells[other]);
      }
      double all = Arrays.stream(shares[c]).sum();
      for (int other = 0; other < m; other++) {
        shares[c][other] *= (1 - own[c]) / all;
      }
      shares[c][c] += own[c];
    }
    return shares;
  }

  private int shared(int cell, int other) {
    if (marginals.isEmpty()) {
      return 1;
    }
    int count = 0;
    List<Integer> own = marginals.get(cell);
    for (int a = 0; a < own.size() && a < marginals.get(other).size(); a++) {
      count += own.get(a).equals(marginals.get(other).get(a)) ? 1 : 0;
    }
    return cell == other ? Math.max(1, count) : count;
  }

  static double[] times(double[][] shares, double[] rates) {
    double[] product = new double[shares.length];
    for (int c = 0; c < product.length; c++) {
      for (int other = 0; other < rates.length; other++) {
        product[c] += shares[c][other] * rates[other];
      }
    }
    return product;
  }

  static double[] transposedTimes(double[][] shares, double[] slopes) {
    double[] product = new double[slopes.length];
    for (int c = 0; c < slopes.length; c++) {
      for (int other = 0; other < product.length; other++) {
        product[other] += shares[c][other] * slopes[c];
      }
    }
    return product;
  }

  /** Rows for each unit of weight, by Kish's effective number of rows; 1 where none has weight. */
  static double rowsPerWeight(double[] weights) {
    double sum = 0;
    double squares = 0;
    for (double weight : weights) {
      sum += weight;
      squares += weight * weight;
    }
    return squares == 0 ? 1 : sum / squares;
  }
}
