package evenhand.threshold;

import evenhand.metric.Statistic;
import evenhand.parity.Condition;
import evenhand.threshold.ThresholdOptions.Decisions;
import evenhand.threshold.ThresholdOptions.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One fit of thresholds, from rows to result. */
final class ThresholdFit {

  /** A violation this small is rounding. */
  private static final double ROUNDING = 1e-9;

  private final JointCells cells;
  private final List<Condition> conditions;
  private final ThresholdOptions options;
  private final Gains gains;
  private final Demands demands;
  private final List<Choices> blocks = new ArrayList<>();

  /** What the search over levels leaves open. */
  private double gap;

  ThresholdFit(ThresholdSample rows, List<Condition> requirements, ThresholdOptions options) {
    this.cells = JointCells.of(rows);
    this.conditions = cells.ofEachAttribute(requirements);
    this.options = options;
    this.gains = new Gains(options.objective(), cells);
    this.demands = Demands.of(cells, conditions);
    if (options.scope() == Scope.SHARED) {
      blocks.add(new SharedChoices(cells));
    } else {
      List<RocCurve> curves = cells.curves();
      for (int c = 0; c < cells.size(); c++) {
        blocks.add(new CellChoices(curves.get(c), c, cells.totals()));
      }
    }
  }

  GroupThresholds run() {
    gains.value(new double[cells.totals().length]); // refuses rows that leave it undefined
    Mixtures unconstrained = gains.best(this::unconstrained);
    Mixtures randomised =
        demands.worst(unconstrained.shares()) <= DeterministicSearch.ROUNDING
            ? unconstrained
            : gains.best(feasible());
    if (options.decisions() == Decisions.RANDOMISED) {
      return result(randomised, unconstrained, Optional.empty());
    }
    DeterministicSearch.Found found =
        new DeterministicSearch(blocks, demands, gains)
            .run(randomised, WindowSweep.Window.of(conditions, cells));
    if (found.violation() > ROUNDING) {
      throw new InfeasibleThresholdsException(
          String.format(
              Locale.ROOT,
              "no %s were found that meet the requirements without chance on the fitting rows: the nearest break them by %.4f; with chance (leave out the deterministic option) they can be met",
              options.scope() == Scope.SHARED ? "threshold for all" : "thresholds of the groups",
              found.violation()));
    }
    double best = gains.value(randomised.shares());
    double loss = gains.advantage(best, gains.value(found.mixtures().shares()));
    return result(
        found.mixtures(),
        unconstrained,
        Optional.of(new GroupThresholds.GivenUp(best, Math.max(0, loss), found.isProven())));
  }

  private Mixtures unconstrained(double[] slopes) {
    return Mixtures.of(blocks.stream().map(block -> block.best(slopes)).toList());
  }

  private Gains.Solver feasible() {
    if (demands.levels().size() > 0) {
      return this::atTheBestLevels;
    }
    AcceptanceProgram program = new AcceptanceProgram(blocks, demands.linear());
    AcceptanceProgram.Optimum nearest = program.leastViolation();
    if (nearest.excess() > ROUNDING) {
      throw new InfeasibleThresholdsException(diagnosis(nearest, demands.linear()));
    }
    return slopes -> program.best(slopes, nearest.excess()).mixtures();
  }

  private Mixtures atTheBestLevels(double[] slopes) {
    LevelSearch.Found found = new LevelSearch(blocks, demands).best(slopes);
    if (found.gap().isEmpty()) {
      throw new InfeasibleThresholdsException(
          diagnosis(found.nearest().optimum(), found.nearest().inequalities()));
    }
    gap = found.gap().getAsDouble();
    return found.mixtures();
  }

  private String diagnosis(AcceptanceProgram.Optimum nearest, Inequalities inequalities) {
    List<String> conflicting = new ArrayList<>();
    for (int j = 0; j < inequalities.size(); j++) {
      if (nearest.prices()[j] > ROUNDING) {
        conflicting.add(inequalities.labels().get(j));
      }
    }
    String alone =
        conditions.size() < 2
            ? ""
            : "; alone, " + conditions.stream().map(this::alone).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "no thresholds meet the requirements on the fitting rows: the smallest violation is %.4f, held up by %s%s",
        nearest.excess(),
        String.join("; ", conflicting),
        alone);
  }

  private String alone(Condition condition) {
    if (PrecisionLevels.isOne(condition)) {
      return condition + " can be met"; // where nobody is accepted
    }
    double excess =
        new AcceptanceProgram(blocks, Inequalities.of(cells, List.of(condition)))
            .leastViolation()
            .excess();
    return excess <= ROUNDING
        ? condition + " can be met"
        : String.format(Locale.ROOT, "%s is broken by at least %.4f", condition, excess);
  }

  private GroupThresholds result(
      Mixtures chosen, Mixtures unconstrained, Optional<GroupThresholds.GivenUp> givenUp) {
    SharedChoices everyone = new SharedChoices(cells);
    Mixtures plain = gains.best(slopes -> Mixtures.of(List.of(everyone.best(slopes))));
    Acceptance plainly = plain.acceptance(0, everyone.curve());
    List<GroupThresholds.Measured> measured = new ArrayList<>();
    for (Condition condition : conditions) {
      measured.add(
          new GroupThresholds.Measured(
              condition,
              condition.value(cells.tally(condition, chosen.shares())),
              condition.value(cells.tally(condition, plain.shares()))));
    }
    return new GroupThresholds(
        rule(chosen, plainly),
        plainly,
        options.objective(),
        gains.value(chosen.shares()),
        gains.value(unconstrained.shares()),
        gains.value(plain.shares()),
        gap,
        measured,
        rates(chosen, plain),
        givenUp);
  }

  private ThresholdRule rule(Mixtures chosen, Acceptance plainly) {
    if (options.scope() == Scope.SHARED) {
      return ThresholdRule.shared(acceptance(chosen, 0));
    }
    List<ThresholdRule.Cell> all = new ArrayList<>();
    for (int c = 0; c < cells.size(); c++) {
      all.add(new ThresholdRule.Cell(cells.groupsOf(c), acceptance(chosen, c)));
    }
    return new ThresholdRule(cells.attributes(), all, plainly);
  }

  private Acceptance acceptance(Mixtures chosen, int cell) {
    int block = options.scope() == Scope.SHARED ? 0 : cell;
    return chosen.acceptance(block, blocks.get(block).curve());
  }

  private List<GroupThresholds.CellRates> rates(Mixtures chosen, Mixtures plain) {
    int[] counts = cells.counts();
    List<RocCurve> curves =
        options.scope() == Scope.SHARED
            ? cells.curves()
            : blocks.stream().map(Choices::curve).toList();
    List<GroupThresholds.CellRates> rates = new ArrayList<>();
    for (int c = 0; c < counts.length; c++) {
      double[] four = cells.decided(c, chosen.shares());
      double[] plainly = cells.decided(c, plain.shares());
      rates.add(
          new GroupThresholds.CellRates(
              cells.groupsOf(c),
              counts[c],
              acceptance(chosen, c),
              Statistic.SELECTION_RATE.of(four),
              Statistic.TRUE_POSITIVE_RATE.of(four),
              Statistic.FALSE_POSITIVE_RATE.of(four),
              Statistic.TRUE_POSITIVE_RATE.of(plainly),
              Statistic.FALSE_POSITIVE_RATE.of(plainly),
              curves.get(c).points(GroupThresholds.CellRates.MOST_POINTS)));
    }
    return rates;
  }
}
