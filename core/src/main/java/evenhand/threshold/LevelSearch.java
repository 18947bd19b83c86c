package evenhand.threshold;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The best mixtures of thresholds under parities of precision: branch and bound over their levels.
 * At fixed levels the requirements are linear, and {@link AcceptanceProgram} is exact. Its prices
 * bound what is possible at any other levels: what is gained at most when every broken inequality
 * is paid for is a largest of sums that are each linear in the levels, so it is convex in them and
 * largest at a corner of the box of levels. A second bound lets every inequality take the level of
 * the box that loosens it most. Boxes are halved until none can hold anything better by more than
 * {@link #GAP}, or {@value #MOST_BOXES} were looked into: what is open then is said. Boxes in which
 * the requirements can't be met at all are discarded by the same two arguments.
 */
final class LevelSearch {

  /** What a longer search could gain at most, in the scale of {@link Gains}. */
  static final double GAP = 1e-6;

  /** A violation this small is rounding. */
  private static final double ROUNDING = 1e-9;

  /** Levels closer than this are one. */
  private static final double NARROW = 1e-10;

  private static final int MOST_BOXES = 2_000;

  private final List<Choices> blocks;
  private final Demands demands;
  private final PrecisionLevels levels;

  LevelSearch(List<Choices> blocks, Demands demands) {
    this.blocks = blocks;
    this.demands = demands;
    this.levels = demands.levels();
  }

  /**
   * @param mixtures the best; where nothing meets the requirements, those of {@code nearest}
   * @param nearest the program at the levels where the least violation is smallest
   * @param gap what any other thresholds could gain more at most, ≥ 0; empty where nothing meets
   *     the requirements
   */
  record Found(Mixtures mixtures, Trial nearest, OptionalDouble gap) {}

  /**
   * The program at some levels.
   *
   * @param isFeasible whether {@code optimum} is the most gain, else the least violation
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Trial(
      double[] levels,
      Inequalities inequalities,
      AcceptanceProgram.Optimum optimum,
      boolean isFeasible) {}

  /** Levels between {@code low} and {@code high}, both shape [m], and what they gain at most. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Box(double[] low, double[] high, double bound, List<List<Mixtures.Part>> start) {

    int widest() {
      int widest = 0;
      for (int p = 1; p < low.length; p++) {
        widest = high[p] - low[p] > high[widest] - low[widest] ? p : widest;
      }
      return widest;
    }

    double[] middle() {
      double[] middle = low.clone();
      Arrays.setAll(middle, p -> (low[p] + high[p]) / 2);
      return middle;
    }

    double[] nearest(double[] levels) {
      double[] nearest = levels.clone();
      Arrays.setAll(nearest, p -> Math.min(high[p], Math.max(low[p], levels[p])));
      return nearest;
    }

    double[] corner(int which) {
      double[] corner = low.clone();
      Arrays.setAll(corner, p -> (which >> p & 1) == 0 ? low[p] : high[p]);
      return corner;
    }
  }

  /** The most that meets the requirements. */
  Found best(double[] gains) {
    return new Search(gains).run();
  }

  private Inequalities at(double[] level) {
    return demands.linear().and(levels.at(level));
  }

  /** One search, for one objective. */
  private final class Search {

    private final double[] gains;
    private final PriorityQueue<Box> open =
        new PriorityQueue<>(Comparator.comparingDouble(Box::bound).reversed());

    /** Trials that met the requirements and gained more than those before, the last first. */
    private final Deque<Trial> better = new ArrayDeque<>();

    private double most = Double.NEGATIVE_INFINITY;
    private @Nullable Trial nearest;

    /** What gains most without any requirement. */
    private final Mixtures free;

    Search(double[] gains) {
      this.gains = gains;
      this.free = Mixtures.of(blocks.stream().map(block -> block.best(gains)).toList());
    }

    Found run() {
      double[] high = new double[levels.size()];
      Arrays.fill(high, 1);
      Box all = new Box(new double[high.length], high, gain(free), free.parts());
      Trial first = tried(all, levels.levelsOf(free.shares()));
      open.add(all);
      double bound = Double.NEGATIVE_INFINITY;
      for (int boxes = 0; !open.isEmpty(); boxes++) {
        Box box = open.remove();
        if (box.bound() <= most + GAP || boxes >= MOST_BOXES) {
          bound = box.bound();
          break;
        }
        split(box);
      }
      Trial close = nearest == null ? first : nearest;
      if (better.isEmpty()) {
        return new Found(close.optimum().mixtures(), close, OptionalDouble.empty());
      }
      Mixtures best = refined();
      double more = Math.max(most, bound) - gain(best);
      return new Found(best, close, OptionalDouble.of(Math.max(0, more)));
    }

    /** The best whose rounding could be taken out, else the one with the least left. */
    private Mixtures refined() {
      Refinement refinement = new Refinement(demands);
      Mixtures least = better.getFirst().optimum().mixtures();
      for (Trial trial : better) {
        Mixtures now = refinement.of(trial.optimum().mixtures(), trial.levels());
        least = demands.worst(now.shares()) < demands.worst(least.shares()) ? now : least;
        if (demands.worst(now.shares()) <= ROUNDING) {
          return now;
        }
      }
      return least;
    }

    private void split(Box box) {
      Optional<Mixtures> relaxed = relaxed(box);
      if (relaxed.isEmpty() || gain(relaxed.get()) <= most + GAP) {
        return;
      }
      double bound = Math.min(box.bound(), gain(relaxed.get()));
      Trial here = tried(box, box.nearest(levels.levelsOf(relaxed.get().shares())));
      int p = box.widest();
      if (box.high()[p] - box.low()[p] < NARROW) {
        return;
      }
      for (int side = 0; side <= 1; side++) {
        double[] low = box.low().clone();
        double[] high = box.high().clone();
        (side == 0 ? high : low)[p] = box.middle()[p];
        Box half = new Box(low, high, bound, here.optimum().mixtures().parts());
        double least = Math.min(bound, bound(half, here));
        if (least > most + GAP) {
          open.add(new Box(low, high, least, half.start()));
        }
      }
    }

    /** The most where each parity may hold at any level of the box; empty where none can. */
    private Optional<Mixtures> relaxed(Box box) {
      Inequalities inequalities = demands.linear().and(levels.between(box.low(), box.high()));
      AcceptanceProgram program = new AcceptanceProgram(blocks, inequalities);
      program.startFrom(box.start());
      return program.leastViolation().excess() > ROUNDING
          ? Optional.empty()
          : Optional.of(
              program
                  .ifPossible(gains, ROUNDING)
                  .map(AcceptanceProgram.Optimum::mixtures)
                  .orElseGet(() -> free));
    }

    private Trial tried(Box box, double[] level) {
      Inequalities inequalities = at(level);
      AcceptanceProgram program = new AcceptanceProgram(blocks, inequalities);
      program.startFrom(box.start());
      AcceptanceProgram.Optimum optimum = program.leastViolation();
      Optional<AcceptanceProgram.Optimum> best =
          optimum.excess() <= ROUNDING ? program.ifPossible(gains, ROUNDING) : Optional.empty();
      Trial trial = new Trial(level, inequalities, best.orElse(optimum), best.isPresent());
      if (best.isPresent() && gain(best.get().mixtures()) > most) {
        most = gain(best.get().mixtures());
        better.addFirst(trial);
      }
      if (nearest == null || optimum.excess() < nearest.optimum().excess()) {
        nearest = trial;
      }
      return trial;
    }

    private double gain(Mixtures mixtures) {
      return new Choices.Choice(0, mixtures.shares()).gain(gains);
    }

    /** What the levels of a box gain at most; −∞ where none of them can be met. */
    private double bound(Box box, Trial trial) {
      double most = Double.NEGATIVE_INFINITY;
      for (int corner = 0; corner < 1 << levels.size(); corner++) {
        most = Math.max(most, paid(at(box.corner(corner)), trial));
      }
      return trial.isFeasible() ? most : most < -ROUNDING ? Double.NEGATIVE_INFINITY : box.bound();
    }

    /** The most of gains less what the prices take; without gains where none are reached. */
    private double paid(Inequalities inequalities, Trial trial) {
      double[] prices = trial.optimum().prices();
      double[] net = trial.isFeasible() ? gains.clone() : new double[gains.length];
      double allowed = trial.isFeasible() ? ROUNDING : 0;
      double sum = 0;
      for (int j = 0; j < prices.length; j++) {
        if (prices[j] > 0) {
          sum -= prices[j] * (inequalities.constants()[j] - allowed);
          for (int slot = 0; slot < net.length; slot++) {
            net[slot] -= prices[j] * inequalities.coefficients()[j][slot];
          }
        }
      }
      for (Choices block : blocks) {
        sum += block.best(net).gain(net);
      }
      return sum;
    }
  }
}
