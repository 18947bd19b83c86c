package evenhand.parity;

import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.metric.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The inequalities of one condition on one attribute. Every linear rate depends on the decisions
 * only through the accepted weight of each group × label cell, so the inequalities live there: a
 * row enters by its cell alone.
 *
 * <p>Agarwal et al., "A Reductions Approach to Fair Classification", ICML 2018, section 2.
 */
final class CellConstraint implements Constraint {

  /** Of group g and label y at 2g + y: the accepted weight's coefficient in each inequality. */
  private final double[][] coefficients;

  private final double[] constants;
  private final List<String> labels;
  private final int[] cells;
  private final double[] weights;
  private final int cellCount;

  private CellConstraint(List<Affine> left, List<String> labels, Sample sample, Groups groups) {
    this.coefficients = left.stream().map(Affine::slope).toArray(double[][]::new);
    this.constants = left.stream().mapToDouble(Affine::constant).toArray();
    this.labels = List.copyOf(labels);
    this.cellCount = 2 * groups.names().size();
    this.weights = sample.parityWeights();
    this.cells = new int[sample.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = 2 * groups.codes()[i] + sample.labels()[i];
    }
  }

  static CellConstraint of(Requirement requirement, Sample sample, Groups groups) {
    double[] total = totals(sample, groups);
    List<Affine> left = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Statistic statistic : requirement.parity().statistics()) {
      List<Affine> rates = new ArrayList<>();
      for (int g = 0; g < groups.names().size(); g++) {
        Affine rate = Affine.rate(statistic, total, g, g + 1);
        if (rate == null) {
          throw new UndefinedRateException(statistic, groups.attribute(), groups.names().get(g));
        }
        rates.add(rate);
      }
      Affine overall =
          Objects.requireNonNull(Affine.rate(statistic, total, 0, groups.names().size()));
      inequalities(requirement, groups, statistic, rates, overall, left, labels);
    }
    return new CellConstraint(left, labels, sample, groups);
  }

  static CellConstraint of(RateBound bound, Sample sample, Groups groups) {
    double[] total = totals(sample, groups);
    List<Affine> left = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int g = 0; g < groups.names().size(); g++) {
      Affine rate =
          bound.statistic().isLinear()
              ? Affine.rate(bound.statistic(), total, g, g + 1)
              : Affine.precisionOver(bound.bound(), total, g);
      if (rate == null) {
        throw new UndefinedRateException(
            bound.statistic(), groups.attribute(), groups.names().get(g));
      }
      double limit = bound.statistic().isLinear() ? bound.bound() : 0;
      Affine none = new Affine(new double[total.length], 0);
      left.add(
          bound.side() == RateBound.Side.AT_MOST
              ? rate.plus(-limit)
              : none.minus(rate, 1, 1).plus(limit));
      labels.add(bound + " " + groups.attribute() + ": " + groups.names().get(g));
    }
    return new CellConstraint(left, labels, sample, groups);
  }

  /** Weight of group g and label y at 2g + y. */
  private static double[] totals(Sample sample, Groups groups) {
    double[] total = new double[2 * groups.names().size()];
    for (int i = 0; i < sample.size(); i++) {
      total[2 * groups.codes()[i] + sample.labels()[i]] += sample.parityWeights()[i];
    }
    return total;
  }

  private static void inequalities(
      Requirement requirement,
      Groups groups,
      Statistic statistic,
      List<Affine> rates,
      Affine overall,
      List<Affine> left,
      List<String> labels) {
    double bound = requirement.bound();
    boolean ratio = requirement.kind() == Kind.RATIO;
    String what = requirement.subject() + " " + statistic.id() + " " + groups.attribute() + ": ";
    for (int g = 0; g < rates.size(); g++) {
      String name = groups.names().get(g);
      Affine rate = rates.get(g);
      switch (requirement.comparison()) {
        case WORST_GROUP -> {
          left.add(rate.plus(-bound));
          labels.add(what + name);
        }
        case TO_OVERALL -> {
          left.add(ratio ? overall.minus(rate, bound, 1) : overall.minus(rate, 1, 1).plus(-bound));
          labels.add(what + name + " under overall");
          left.add(ratio ? rate.minus(overall, bound, 1) : rate.minus(overall, 1, 1).plus(-bound));
          labels.add(what + name + " over overall");
        }
        case BETWEEN_GROUPS -> {
          for (int other = 0; other < rates.size(); other++) {
            if (other != g) {
              Affine higher = rates.get(other);
              left.add(
                  ratio ? higher.minus(rate, bound, 1) : higher.minus(rate, 1, 1).plus(-bound));
              labels.add(what + name + " under " + groups.names().get(other));
            }
          }
        }
      }
    }
  }

  @Override
  public int size() {
    return constants.length;
  }

  @Override
  public double[] violation(double[] decisions) {
    double[] accepted = new double[cellCount];
    for (int i = 0; i < cells.length; i++) {
      accepted[cells[i]] += weights[i] * decisions[i];
    }
    return broken(accepted);
  }

  @Override
  public double[][] violations(int[] level, int levels) {
    double[][] accepted = new double[levels][cellCount];
    for (int i = 0; i < cells.length; i++) {
      accepted[level[i]][cells[i]] += weights[i];
    }
    double[][] all = new double[levels][];
    for (int k = levels - 1; k >= 0; k--) {
      for (int c = 0; c < cellCount && k + 1 < levels; c++) {
        accepted[k][c] += accepted[k + 1][c];
      }
      all[k] = broken(accepted[k]);
    }
    return all;
  }

  private double[] broken(double[] accepted) {
    double[] broken = constants.clone();
    for (int j = 0; j < broken.length; j++) {
      double[] row = coefficients[j];
      for (int c = 0; c < cellCount; c++) {
        broken[j] += row[c] * accepted[c];
      }
    }
    return broken;
  }

  @Override
  public double[] cost(double[] prices) {
    double[] cellPrice = new double[cellCount];
    for (int j = 0; j < prices.length; j++) {
      if (prices[j] != 0) {
        for (int c = 0; c < cellCount; c++) {
          cellPrice[c] += prices[j] * coefficients[j][c];
        }
      }
    }
    double[] cost = new double[cells.length];
    for (int i = 0; i < cost.length; i++) {
      cost[i] = weights[i] * cellPrice[cells[i]];
    }
    return cost;
  }

  @Override
  public List<String> labels() {
    return labels;
  }
}
