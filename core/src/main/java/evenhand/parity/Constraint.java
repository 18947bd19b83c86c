package evenhand.parity;

import java.util.ArrayList;
import java.util.List;

/**
 * A requirement bound to one sample of n rows: inequalities γ(h) ≤ 0 that are affine in the
 * decisions h. The two readings are adjoint: {@code λ·violation(h) = cost(λ)·h + λ·violation(0)}.
 */
public interface Constraint {

  /** The number of inequalities. */
  int size();

  /**
   * How far each inequality is broken.
   *
   * @param decisions acceptance probabilities, shape [n], in [0, 1]
   * @return shape [size()], in units of probability; positive where broken
   */
  double[] violation(double[] decisions);

  /**
   * The same of every cut through rows in an order, in one pass over them.
   *
   * @param level of each row, shape [n], from 0 to levels − 1
   * @return shape [levels][size()]; at k, of accepting the rows whose level is at least k
   */
  double[][] violations(int[] level, int levels);

  /**
   * What accepting each row costs at the given prices.
   *
   * @param prices shape [size()], ≥ 0
   * @return shape [n]
   */
  double[] cost(double[] prices);

  /** What each inequality says, for messages; {@code size()} texts. */
  List<String> labels();

  /** All of several, stacked in their order. */
  static Constraint all(List<Constraint> parts) {
    return parts.size() == 1 ? parts.get(0) : new Stacked(parts);
  }

  /** Several constraints on the same sample, one after the other. */
  record Stacked(List<Constraint> parts) implements Constraint {

    public Stacked {
      parts = List.copyOf(parts);
    }

    @Override
    public int size() {
      return parts.stream().mapToInt(Constraint::size).sum();
    }

    @Override
    public double[] violation(double[] decisions) {
      double[] all = new double[size()];
      int at = 0;
      for (Constraint part : parts) {
        double[] broken = part.violation(decisions);
        System.arraycopy(broken, 0, all, at, broken.length);
        at += broken.length;
      }
      return all;
    }

    @Override
    public double[][] violations(int[] level, int levels) {
      double[][] all = new double[levels][size()];
      int at = 0;
      for (Constraint part : parts) {
        double[][] broken = part.violations(level, levels);
        for (int k = 0; k < levels; k++) {
          System.arraycopy(broken[k], 0, all[k], at, part.size());
        }
        at += part.size();
      }
      return all;
    }

    @Override
    public double[] cost(double[] prices) {
      double[] total = new double[0];
      int at = 0;
      for (Constraint part : parts) {
        double[] own = new double[part.size()];
        System.arraycopy(prices, at, own, 0, own.length);
        at += own.length;
        double[] cost = part.cost(own);
        if (total.length == 0) {
          total = cost;
        } else {
          for (int i = 0; i < cost.length; i++) {
            total[i] += cost[i];
          }
        }
      }
      return total;
    }

    @Override
    public List<String> labels() {
      List<String> labels = new ArrayList<>();
      parts.forEach(part -> labels.addAll(part.labels()));
      return labels;
    }
  }
}
