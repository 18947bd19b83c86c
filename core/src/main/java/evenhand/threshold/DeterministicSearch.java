package evenhand.threshold;

import java.util.List;
import java.util.Optional;

/**
 * One threshold per block, without chance. What can be proven best is: one threshold for all, by
 * trying every one; thresholds by group, where each inequality concerns one group or all belong to
 * one gap between the groups. Everything else is searched for.
 */
final class DeterministicSearch {

  /** A violation this small is rounding. */
  static final double ROUNDING = 1e-10;

  private final List<Choices> blocks;
  private final Demands demands;
  private final Gains gains;

  DeterministicSearch(List<Choices> blocks, Demands demands, Gains gains) {
    this.blocks = blocks;
    this.demands = demands;
    this.gains = gains;
  }

  /**
   * @param violation of the worst inequality, ≤ {@link #ROUNDING} where all hold
   * @param isProven whether nothing better exists
   */
  record Found(Mixtures mixtures, double violation, boolean isProven) {}

  /**
   * @param mixed the optimum with chance, where to start from
   * @param window that says all inequalities between cells; empty where a search must do
   */
  Found run(Mixtures mixed, Optional<WindowSweep.Window> window) {
    if (blocks.get(0) instanceof SharedChoices shared) {
      return everyThreshold(shared);
    }
    List<CellChoices> own = blocks.stream().map(CellChoices.class::cast).toList();
    if (window.isPresent()) {
      WindowSweep sweep = new WindowSweep(own, demands.linear(), window.get());
      if (sweep.isFeasible()) {
        return found(gains.best(sweep::best), true);
      }
    }
    return found(new CoordinateSearch(own, demands, gains).run(mixed), false);
  }

  private Found found(Mixtures mixtures, boolean isProven) {
    return new Found(mixtures, demands.worst(mixtures.shares()), isProven);
  }

  private Found everyThreshold(SharedChoices shared) {
    Tried tried = new Tried();
    shared.walk(tried);
    return found(Mixtures.of(List.of(shared.at(tried.best))), true);
  }

  /** The best of the thresholds seen that keep every inequality, else the nearest. */
  private final class Tried implements SharedChoices.Visitor {

    private int best;
    private double broken = Double.POSITIVE_INFINITY;
    private double value;

    /** An inequality that the last threshold broke too much, likely the next one too; −1: none. */
    private int breaker = -1;

    @Override
    public void see(int point, double[] shares) {
      boolean met = broken <= ROUNDING;
      double now = gains.value(shares);
      if (met && gains.advantage(now, value) <= 0) {
        return;
      }
      double enough = met ? ROUNDING : broken;
      if (breaker >= 0 && demands.linear().violation(breaker, shares) > enough) {
        return;
      }
      breaker = demands.linear().firstOver(enough, shares);
      if (breaker >= 0) {
        return;
      }
      double worst = demands.worst(shares);
      boolean better =
          worst <= ROUNDING ? !met || gains.advantage(now, value) > 0 : worst < broken - ROUNDING;
      if (better) {
        best = point;
        broken = Math.max(worst, 0);
        value = now;
      }
    }
  }
}
