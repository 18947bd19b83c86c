package evenhand.threshold;

import evenhand.metric.Ascending;
import evenhand.metric.Statistic;
import evenhand.parity.Comparison;
import evenhand.parity.Condition;
import evenhand.parity.Kind;
import evenhand.parity.RateBound;
import evenhand.parity.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One threshold for each cell where every cell's rate must lie in one window, wherever the window
 * is: a gap between groups is at most its width. The window slides up over all rates that a
 * threshold can have, and in each position every cell takes what gains most inside: exact, in time
 * n log n.
 */
final class WindowSweep {

  /**
   * The one gap between the cells.
   *
   * @param statistic whose rates are compared
   * @param kind difference: up to the lowest rate plus the bound; ratio: up to it over the bound
   */
  record Window(Statistic statistic, Kind kind, double bound) {

    private static final Window OPEN = new Window(Statistic.SELECTION_RATE, Kind.DIFFERENCE, 1);

    double highest(double lowest) {
      double highest = kind == Kind.DIFFERENCE ? lowest + bound : bound == 0 ? 1 : lowest / bound;
      return highest + DeterministicSearch.ROUNDING / 10;
    }

    /**
     * The window that says all conditions but those that concern one cell each; empty where there
     * is none.
     */
    static Optional<Window> of(List<Condition> conditions, JointCells cells) {
      Optional<Window> window = Optional.of(OPEN);
      boolean oneAttribute = cells.attributes().size() == 1;
      for (Condition condition : conditions) {
        boolean separate =
            condition instanceof RateBound
                || (condition instanceof Requirement requirement
                    && requirement.comparison() == Comparison.WORST_GROUP);
        if (separate && oneAttribute) {
          continue;
        }
        boolean first = window.filter(OPEN::equals).isPresent();
        if (!oneAttribute || !first || !(condition instanceof Requirement requirement)) {
          return Optional.empty();
        }
        List<Statistic> statistics = requirement.parity().statistics();
        if (requirement.comparison() != Comparison.BETWEEN_GROUPS || statistics.size() > 1) {
          return Optional.empty();
        }
        window =
            Optional.of(new Window(statistics.get(0), requirement.kind(), requirement.bound()));
      }
      return window;
    }
  }

  private static final int NOBODY = 0;

  private final List<CellChoices> blocks;
  private final Window window;

  /** Of each cell: the points that keep its own inequalities, by rate. */
  private final List<int[]> points = new ArrayList<>();

  private final List<double[]> rates = new ArrayList<>();

  /**
   * Of each cell: whether it may accept nobody wherever the window is, having no precision then.
   */
  private final List<Boolean> mayAcceptNobody = new ArrayList<>();

  private final double[] lowest;

  WindowSweep(List<CellChoices> blocks, Inequalities inequalities, Window window) {
    this.blocks = blocks;
    this.window = window;
    for (CellChoices block : blocks) {
      addCell(block, inequalities.only(block.cell()));
    }
    this.lowest =
        DoubleStream.concat(DoubleStream.of(0), rates.stream().flatMapToDouble(Arrays::stream))
            .sorted()
            .distinct()
            .toArray();
  }

  private void addCell(CellChoices block, Inequalities own) {
    int[] kept =
        IntStream.rangeClosed(0, block.curve().last())
            .filter(
                point ->
                    own.size() == 0
                        || own.worst(block.at(point).shares()) <= DeterministicSearch.ROUNDING)
            .toArray();
    boolean isFree =
        window.statistic() == Statistic.PRECISION && kept.length > 0 && kept[0] == NOBODY;
    mayAcceptNobody.add(isFree);
    int[] rated = isFree ? Arrays.copyOfRange(kept, 1, kept.length) : kept;
    double[] rate = new double[rated.length];
    for (int i = 0; i < rated.length; i++) {
      rate[i] = window.statistic().of(block.cells(rated[i])).value().orElse(0);
    }
    int[] byRate = Ascending.order(rate);
    points.add(Arrays.stream(byRate).map(i -> rated[i]).toArray());
    rates.add(Arrays.stream(byRate).mapToDouble(i -> rate[i]).toArray());
  }

  /** Whether some position of the window holds a threshold of every cell. */
  boolean isFeasible() {
    return sweep(new double[2 * blocks.size()]).isPresent();
  }

  Mixtures best(double[] gains) {
    int[] chosen = sweep(gains).orElseThrow();
    return Mixtures.of(
        IntStream.range(0, chosen.length).mapToObj(c -> blocks.get(c).at(chosen[c])).toList());
  }

  private Optional<int[]> sweep(double[] gains) {
    List<Slide> slides = new ArrayList<>();
    for (int c = 0; c < blocks.size(); c++) {
      slides.add(new Slide(c, gains));
    }
    int[] best = new int[blocks.size()];
    double most = Double.NEGATIVE_INFINITY;
    for (double low : lowest) {
      double sum = 0;
      for (Slide slide : slides) {
        sum += slide.moveTo(low);
      }
      if (sum > most) {
        most = sum;
        for (int c = 0; c < best.length; c++) {
          best[c] = slides.get(c).point();
        }
      }
    }
    return most > Double.NEGATIVE_INFINITY ? Optional.of(best) : Optional.empty();
  }

  /** The window over one cell: inside it, the points that none later and better follows. */
  private final class Slide {

    private final int[] own;
    private final double[] rate;
    private final double[] gain;
    private final boolean isFree;
    private final Deque<Integer> inside = new ArrayDeque<>();
    private int next;

    Slide(int cell, double[] gains) {
      this.own = points.get(cell);
      this.rate = rates.get(cell);
      this.gain = new double[own.length];
      this.isFree = mayAcceptNobody.get(cell);
      CellChoices block = blocks.get(cell);
      for (int i = 0; i < own.length; i++) {
        gain[i] =
            gains[2 * cell] * block.share(own[i], 0) + gains[2 * cell + 1] * block.share(own[i], 1);
      }
    }

    /** What the cell gains at most; −∞ where the window holds none of its points. */
    double moveTo(double low) {
      double high = window.highest(low);
      while (next < own.length && rate[next] <= high) {
        while (!inside.isEmpty() && gain[inside.peekLast()] < gain[next]) {
          inside.removeLast();
        }
        inside.addLast(next++);
      }
      while (!inside.isEmpty() && rate[inside.peekFirst()] < low) {
        inside.removeFirst();
      }
      return Math.max(isFree ? 0 : Double.NEGATIVE_INFINITY, inner());
    }

    private double inner() {
      return inside.isEmpty() ? Double.NEGATIVE_INFINITY : gain[inside.getFirst()];
    }

    int point() {
      return isFree && inner() < 0 ? NOBODY : own[inside.getFirst()];
    }
  }
}
