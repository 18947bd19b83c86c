package evenhand.threshold;

import evenhand.data.Groups;
import evenhand.metric.Rate;
import evenhand.metric.Statistic;
import evenhand.parity.Comparison;
import evenhand.parity.Condition;
import evenhand.parity.Gap;
import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import evenhand.parity.UndefinedRateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parities of precision. They are not linear in the accepted shares, yet each is once a level t in
 * [0, 1] is fixed for it: the lowest precision of a group where groups are compared with each
 * other, that of all rows where they are compared with those. "Precision is at least t" says {@code
 * accepted positives − t · accepted ≥ 0}, which a group of which nobody is accepted keeps: it has
 * no precision, and the parity is that of the other groups.
 */
final class PrecisionLevels {

  private final JointCells cells;
  private final List<Parity> parities = new ArrayList<>();

  /** One parity, with the group of each slot. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Parity(Requirement requirement, Groups groups, double[] weights) {

    int groupOf(int slot) {
      return groups.codes()[slot];
    }
  }

  /**
   * {@code positives · accepted positives − (fixed + moving · t) · accepted ≤ 0} of one group, or
   * of all where {@code group} is −1.
   */
  private record Side(int group, double positives, double fixed, double moving, String label) {}

  private PrecisionLevels(JointCells cells) {
    this.cells = cells;
  }

  /** Of those of the conditions, each of one attribute, that are parities of precision. */
  static PrecisionLevels of(JointCells cells, List<Condition> conditions) {
    PrecisionLevels levels = new PrecisionLevels(cells);
    for (Condition condition : conditions) {
      if (isOne(condition)) {
        levels.add((Requirement) condition);
      }
    }
    return levels;
  }

  static boolean isOne(Condition condition) {
    return condition instanceof Requirement requirement && !requirement.parity().isLinear();
  }

  private void add(Requirement requirement) {
    Groups groups = cells.groups(requirement);
    double[] weights = new double[groups.names().size()];
    for (int slot = 0; slot < cells.totals().length; slot++) {
      weights[groups.codes()[slot]] += cells.totals()[slot];
    }
    for (int g = 0; g < weights.length; g++) {
      if (weights[g] == 0) {
        throw new UndefinedRateException(
            Statistic.PRECISION, groups.attribute(), groups.names().get(g));
      }
    }
    parities.add(new Parity(requirement, groups, weights));
  }

  /** m: how many levels there are. */
  int size() {
    return parities.size();
  }

  /**
   * What holds exactly where every parity holds at its level.
   *
   * @param levels shape [m]
   */
  Inequalities at(double[] levels) {
    return between(levels, levels);
  }

  /**
   * What holds wherever every parity holds at some level of a box, but does not say which.
   *
   * @param low shape [m]
   * @param high shape [m], at least {@code low}
   */
  Inequalities between(double[] low, double[] high) {
    List<double[]> coefficients = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int p = 0; p < low.length; p++) {
      Parity parity = parities.get(p);
      for (Side side : sides(parity)) {
        coefficients.add(coefficients(parity, side, side.positives() < 0 ? low[p] : high[p]));
        labels.add(side.label());
      }
    }
    return new Inequalities(
        coefficients.toArray(double[][]::new), new double[labels.size()], List.copyOf(labels));
  }

  private double[] coefficients(Parity parity, Side side, double level) {
    double[] row = new double[cells.totals().length];
    double weight = side.group() < 0 ? 0 : parity.weights()[side.group()];
    if (side.group() < 0) {
      weight = Arrays.stream(parity.weights()).sum();
    }
    for (int slot = 0; slot < row.length; slot++) {
      if (side.group() < 0 || side.group() == parity.groupOf(slot)) {
        double each = side.positives() * (slot & 1) - side.fixed() - side.moving() * level;
        row[slot] = each * cells.totals()[slot] / weight;
      }
    }
    return row;
  }

  private static List<Side> sides(Parity parity) {
    Requirement requirement = parity.requirement();
    boolean ratio = requirement.kind() == Kind.RATIO;
    boolean overall = requirement.comparison() == Comparison.TO_OVERALL;
    double bound = requirement.bound();
    double below = overall && !ratio ? bound : 0;
    double share = overall && ratio ? bound : 1;
    String what = requirement.subject() + " " + parity.groups().attribute() + ": ";
    List<Side> sides = new ArrayList<>();
    for (int g = 0; g < parity.weights().length; g++) {
      String name = what + parity.groups().names().get(g);
      sides.add(new Side(g, -1, below, -share, name + " under the others"));
      sides.add(new Side(g, ratio ? bound : 1, ratio ? 0 : bound, 1, name + " over the others"));
    }
    if (overall) {
      sides.add(new Side(-1, -1, 0, -1, what + "everyone"));
      sides.add(new Side(-1, 1, 0, 1, what + "everyone"));
    }
    return sides;
  }

  /**
   * The share of its rows that is accepted of the group that each inequality of {@link #at} is
   * about, or of all rows.
   */
  double[] selected(double[] shares) {
    List<Double> selected = new ArrayList<>();
    for (Parity parity : parities) {
      double[] accepted = new double[parity.weights().length];
      for (int slot = 0; slot < shares.length; slot++) {
        accepted[parity.groupOf(slot)] += cells.totals()[slot] * shares[slot];
      }
      double everyone = Arrays.stream(accepted).sum() / Arrays.stream(parity.weights()).sum();
      for (Side side : sides(parity)) {
        int g = side.group();
        selected.add(g < 0 ? everyone : accepted[g] / parity.weights()[g]);
      }
    }
    return selected.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The level of each parity at these shares, shape [m]; 1 where nobody is accepted. */
  double[] levelsOf(double[] shares) {
    double[] levels = new double[size()];
    for (int p = 0; p < levels.length; p++) {
      Precisions now = precisions(parities.get(p), shares);
      boolean overall = parities.get(p).requirement().comparison() == Comparison.TO_OVERALL;
      levels[p] =
          now.groups().length == 0
              ? 1
              : overall ? now.overall() : Arrays.stream(now.groups()).min().getAsDouble();
    }
    return levels;
  }

  /**
   * How far the most broken parity is outside its bound; 0 or less where all hold, groups of which
   * nobody is accepted left out.
   */
  double worst(double[] shares) {
    double worst = Double.NEGATIVE_INFINITY;
    for (Parity parity : parities) {
      Requirement requirement = parity.requirement();
      Precisions now = precisions(parity, shares);
      double violation =
          now.groups().length == 0
              ? 0
              : Gap.of(now.groups(), now.overall(), requirement.comparison(), requirement.kind())
                  .stream()
                  .map(requirement::violation)
                  .findFirst()
                  .orElse(0);
      worst = Math.max(worst, violation);
    }
    return worst;
  }

  /** Of the groups of which somebody is accepted, and of everyone. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Precisions(double[] groups, double overall) {}

  private Precisions precisions(Parity parity, double[] shares) {
    double[][] accepted = new double[parity.weights().length + 1][4];
    int everyone = accepted.length - 1;
    for (int slot = 0; slot < shares.length; slot++) {
      double weight = cells.totals()[slot] * shares[slot];
      accepted[parity.groupOf(slot)][2 * (slot & 1) + 1] += weight;
      accepted[everyone][2 * (slot & 1) + 1] += weight;
    }
    double[] rates = new double[everyone];
    int some = 0;
    for (int g = 0; g < everyone; g++) {
      Rate rate = Statistic.PRECISION.of(accepted[g]);
      if (rate.trials() > 0) {
        rates[some++] = rate.hits() / rate.trials();
      }
    }
    double overall = Statistic.PRECISION.of(accepted[everyone]).value().orElse(1);
    return new Precisions(Arrays.copyOf(rates, some), overall);
  }
}
