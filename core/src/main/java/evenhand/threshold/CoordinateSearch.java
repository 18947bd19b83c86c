package evenhand.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Looks for one threshold per cell: from several starts near the optimum with chance, one cell
 * after the other takes the threshold that breaks the inequalities least and then gains most, while
 * the others stand still, until no cell moves. What it finds is good, not proven best.
 */
final class CoordinateSearch {

  private static final int NEAR = 256;
  private static final int SPREAD = 512;
  private static final int ANCHORS = 24;
  private static final int MOST_SWEEPS = 12;

  private final List<CellChoices> blocks;
  private final Demands demands;
  private final Gains gains;

  CoordinateSearch(List<CellChoices> blocks, Demands demands, Gains gains) {
    this.blocks = blocks;
    this.demands = demands;
    this.gains = gains;
  }

  /** What is tried, and how it fares. */
  private final class State {

    private final int[] points;
    private final double[] shares;
    private double broken;
    private double value;

    State(int[] points) {
      this.points = points;
      this.shares = new double[2 * points.length];
      for (int c = 0; c < points.length; c++) {
        set(c, points[c]);
      }
      measure();
    }

    State copy() {
      return new State(points.clone());
    }

    void set(int cell, int point) {
      points[cell] = point;
      shares[2 * cell] = blocks.get(cell).share(point, 0);
      shares[2 * cell + 1] = blocks.get(cell).share(point, 1);
    }

    void measure() {
      double worst = demands.worst(shares);
      broken = worst <= DeterministicSearch.ROUNDING ? 0 : worst;
      value = gains.value(shares);
    }

    boolean isBetterThan(State other) {
      return broken < other.broken
          || (broken == other.broken && gains.advantage(value, other.value) > 0);
    }
  }

  Mixtures run(Mixtures mixed) {
    int[][] candidates = new int[blocks.size()][];
    int[] nearest = new int[blocks.size()];
    int widest = 0;
    for (int c = 0; c < nearest.length; c++) {
      candidates[c] = candidates(blocks.get(c), mixed.parts().get(c));
      nearest[c] = nearest(blocks.get(c), candidates[c], mixed.shares());
      widest = candidates[c].length > candidates[widest].length ? c : widest;
    }
    State best = new State(new int[nearest.length]);
    State everyone = new State(blocks.stream().mapToInt(block -> block.curve().last()).toArray());
    State close = descend(new State(nearest), candidates, -1);
    best = everyone.isBetterThan(best) ? everyone : best;
    best = close.isBetterThan(best) ? close : best;
    int[] anchors = candidates[widest];
    for (int a = 0; a < Math.min(ANCHORS, anchors.length); a++) {
      State start = close.copy();
      int step = Math.max(1, anchors.length / ANCHORS);
      start.set(widest, anchors[Math.min(anchors.length - 1, a * step)]);
      start.measure();
      State found = descend(descend(start, candidates, widest), candidates, -1);
      best = found.isBetterThan(best) ? found : best;
    }
    List<Choices.Choice> choices = new ArrayList<>();
    for (int c = 0; c < blocks.size(); c++) {
      choices.add(blocks.get(c).at(best.points[c]));
    }
    return Mixtures.of(choices);
  }

  /**
   * @param still the cell that keeps its threshold; −1: none
   */
  private State descend(State start, int[][] candidates, int still) {
    State state = start;
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      State before = state;
      for (int c = 0; c < blocks.size(); c++) {
        if (c != still) {
          state = moved(state, c, candidates[c]);
        }
      }
      if (!state.isBetterThan(before)) {
        return state;
      }
    }
    return state;
  }

  private State moved(State state, int cell, int[] candidates) {
    Line line = new Line(state, cell);
    int best = state.points[cell];
    double least = state.broken;
    double most = state.value;
    for (int point : candidates) {
      double broken = line.broken(point, least);
      if (broken <= least) {
        double value = line.value(point);
        if (broken < least || gains.advantage(value, most) > 0) {
          best = point;
          least = broken;
          most = value;
        }
      }
    }
    State result = state.copy();
    result.set(cell, best);
    result.measure();
    return result;
  }

  /** How all fares while only one cell moves. */
  private final class Line {

    private final CellChoices block;

    /** Of the inequalities that the cell enters: what the others add up to, and its two slopes. */
    private final double[][] own;

    /** Weight of each label that the other cells accept. */
    private final double[] others;

    /** Of all cells, where this one's are what is being tried. */
    private final double[] shares;

    private double rest;

    Line(State state, int cell) {
      this.block = blocks.get(cell);
      double[] still = state.shares.clone();
      still[2 * cell] = 0;
      still[2 * cell + 1] = 0;
      this.others = gains.cells().accepted(still);
      this.shares = state.shares.clone();
      List<double[]> entered = new ArrayList<>();
      Inequalities inequalities = demands.linear();
      for (int j = 0; j < inequalities.size(); j++) {
        double[] slopes = inequalities.coefficients()[j];
        double sum = inequalities.violation(j, still);
        if (slopes[2 * cell] != 0 || slopes[2 * cell + 1] != 0) {
          entered.add(new double[] {sum, slopes[2 * cell], slopes[2 * cell + 1]});
        } else {
          rest = Math.max(rest, sum);
        }
      }
      this.own = entered.toArray(double[][]::new);
    }

    double value(int point) {
      double[] moving = block.cells(point);
      return gains.value(others[0] + moving[1], others[1] + moving[3]);
    }

    /** Exact up to {@code enough}; more than that is only known to be more. */
    double broken(int point, double enough) {
      double negative = block.share(point, 0);
      double positive = block.share(point, 1);
      double worst = rest;
      for (double[] each : own) {
        worst = Math.max(worst, each[0] + each[1] * negative + each[2] * positive);
        if (worst > enough + DeterministicSearch.ROUNDING) {
          return worst;
        }
      }
      if (demands.levels().size() > 0) {
        shares[2 * block.cell()] = negative;
        shares[2 * block.cell() + 1] = positive;
        worst = Math.max(worst, demands.levels().worst(shares));
      }
      return worst <= DeterministicSearch.ROUNDING ? 0 : worst;
    }
  }

  /** All points of a short curve; of a long one some everywhere and all near the mixture's. */
  private static int[] candidates(CellChoices block, List<Mixtures.Part> parts) {
    int last = block.curve().last();
    TreeSet<Integer> points = new TreeSet<>();
    int step = Math.max(1, last / SPREAD);
    for (int point = 0; point <= last; point += step) {
      points.add(point);
    }
    points.add(last);
    for (Mixtures.Part part : parts) {
      int from = Math.max(0, part.choice().point() - NEAR);
      int to = Math.min(last, part.choice().point() + NEAR);
      for (int point = from; point <= to; point++) {
        points.add(point);
      }
    }
    return points.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int nearest(CellChoices block, int[] candidates, double[] shares) {
    int best = candidates[0];
    double least = Double.POSITIVE_INFINITY;
    for (int point : candidates) {
      double apart =
          Math.max(
              Math.abs(block.share(point, 0) - shares[2 * block.cell()]),
              Math.abs(block.share(point, 1) - shares[2 * block.cell() + 1]));
      if (apart < least) {
        least = apart;
        best = point;
      }
    }
    return best;
  }
}
