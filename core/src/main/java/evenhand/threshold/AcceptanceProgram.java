package evenhand.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Access1D;

/**
 * The linear program over all mixtures of thresholds: gains and inequalities are linear in the
 * accepted shares, and the shares that can be reached are the convex hull of what single thresholds
 * accept. It is solved over few thresholds and few inequalities at a time; the prices of the
 * inequalities say which threshold of each curve would gain most beside them, and the shares which
 * inequality is broken, until neither finds any.
 *
 * <p>Hardt, Price and Srebro, NeurIPS 2016, equation 4.4; Dantzig and Wolfe, Operations Research
 * 1960.
 */
final class AcceptanceProgram {

  private static final double IMPROVEMENT = 1e-12;
  private static final double BROKEN = 1e-11;
  private static final int MOST_ROUNDS = 10_000;

  private final List<? extends Choices> blocks;
  private final Inequalities inequalities;

  /** The thresholds in play, by block. */
  private final List<List<Choices.Choice>> columns = new ArrayList<>();

  /** The inequalities in play. */
  private final List<Integer> active = new ArrayList<>();

  AcceptanceProgram(List<? extends Choices> blocks, Inequalities inequalities) {
    this.blocks = blocks;
    this.inequalities = inequalities;
    for (Choices block : blocks) {
      columns.add(new ArrayList<>(List.of(block.at(0), block.at(block.curve().last()))));
    }
  }

  /**
   * An optimum.
   *
   * @param prices of each inequality, shape [J], ≥ 0: what loosening it by 1 would gain
   * @param excess the largest violation that was allowed, ≥ 0
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Optimum(Mixtures mixtures, double[] prices, double excess) {}

  /** Puts these thresholds in play as well. */
  void startFrom(List<List<Mixtures.Part>> parts) {
    for (int b = 0; b < parts.size(); b++) {
      for (Mixtures.Part part : parts.get(b)) {
        join(b, part.choice());
      }
    }
  }

  /** The least possible largest violation, and where it is reached. */
  Optimum leastViolation() {
    return solve(new double[slots()], Optional.empty()).orElseThrow();
  }

  /**
   * The most gain where no inequality is broken by more than {@code allowed}, which must be
   * possible for the thresholds in play: call {@link #leastViolation} first.
   *
   * @param gains by slot, shape [2k]
   */
  Optimum best(double[] gains, double allowed) {
    return ifPossible(gains, allowed)
        .orElseThrow(
            () -> new IllegalStateException("the linear program of thresholds has no solution"));
  }

  /** The same; empty where the solver finds that no thresholds in play keep the inequalities. */
  Optional<Optimum> ifPossible(double[] gains, double allowed) {
    return solve(gains, Optional.of(allowed));
  }

  private int slots() {
    return columns.get(0).get(0).shares().length;
  }

  private Optional<Optimum> solve(double[] gains, Optional<Double> allowed) {
    for (int b = 0; b < blocks.size(); b++) {
      join(b, blocks.get(b).best(gains));
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Optional<Optimum> solved = master(gains, allowed);
      if (solved.isEmpty()) {
        return solved;
      }
      Optimum optimum = solved.get();
      boolean grown = addColumns(gains, optimum.prices());
      grown |= addInequalities(optimum);
      if (!grown) {
        return solved;
      }
    }
    throw new IllegalStateException("the linear program of thresholds did not come to an end");
  }

  private boolean addColumns(double[] gains, double[] prices) {
    double[] net = gains.clone();
    for (int j : active) {
      if (prices[j] > 0) {
        for (int slot = 0; slot < net.length; slot++) {
          net[slot] -= prices[j] * inequalities.coefficients()[j][slot];
        }
      }
    }
    boolean grown = false;
    for (int b = 0; b < blocks.size(); b++) {
      Choices.Choice candidate = blocks.get(b).best(net);
      double most = Double.NEGATIVE_INFINITY;
      for (Choices.Choice column : columns.get(b)) {
        most = Math.max(most, column.gain(net));
      }
      if (candidate.gain(net) > most + IMPROVEMENT) {
        grown |= join(b, candidate);
      }
    }
    return grown;
  }

  private boolean join(int block, Choices.Choice candidate) {
    List<Choices.Choice> own = columns.get(block);
    boolean isNew = own.stream().noneMatch(column -> column.point() == candidate.point());
    if (isNew) {
      own.add(candidate);
    }
    return isNew;
  }

  /** The most broken ones, a few times as many as there are blocks. */
  private boolean addInequalities(Optimum optimum) {
    double[] shares = optimum.mixtures().shares();
    double limit = optimum.excess() + BROKEN;
    List<Integer> broken = new ArrayList<>();
    for (int j = 0; j < inequalities.size(); j++) {
      if (!active.contains(j) && inequalities.violation(j, shares) > limit) {
        broken.add(j);
      }
    }
    broken.sort(
        (a, b) ->
            Double.compare(inequalities.violation(b, shares), inequalities.violation(a, shares)));
    active.addAll(broken.subList(0, Math.min(broken.size(), 4 + 2 * blocks.size())));
    return !broken.isEmpty();
  }

  private Optional<Optimum> master(double[] gains, Optional<Double> allowed) {
    int size = columns.stream().mapToInt(List::size).sum();
    int width = allowed.isPresent() ? size : size + 1;
    double[] objective = new double[width];
    double[][] rows = new double[active.size()][width];
    double[][] sums = new double[blocks.size()][width];
    int at = 0;
    for (int b = 0; b < blocks.size(); b++) {
      for (Choices.Choice column : columns.get(b)) {
        objective[at] = -column.gain(gains);
        sums[b][at] = 1;
        for (int r = 0; r < rows.length; r++) {
          rows[r][at] = inequalities.left(active.get(r), column.shares());
        }
        at++;
      }
    }
    if (allowed.isEmpty()) {
      objective[size] = 1;
    }
    LinearSolver.Builder program = LinearSolver.newBuilder().objective(objective).lower(0.0);
    for (int r = 0; r < rows.length; r++) {
      if (allowed.isEmpty()) {
        rows[r][size] = -1;
      }
      program.inequality(allowed.orElse(0.0) - inequalities.constants()[active.get(r)], rows[r]);
    }
    for (double[] sum : sums) {
      program.equality(1, sum);
    }
    Optimisation.Result result = program.build().solve();
    if (!result.getState().isOptimal()) {
      return Optional.empty();
    }
    return Optional.of(
        optimum(result, allowed.orElseGet(() -> Math.max(0, result.doubleValue(size)))));
  }

  private Optimum optimum(Optimisation.Result result, double excess) {
    List<List<Mixtures.Part>> parts = new ArrayList<>();
    int at = 0;
    for (List<Choices.Choice> own : columns) {
      double total = 0;
      for (int i = 0; i < own.size(); i++) {
        total += Math.max(0, result.doubleValue(at + i));
      }
      List<Mixtures.Part> mixture = new ArrayList<>();
      for (Choices.Choice column : own) {
        double probability = Math.max(0, result.doubleValue(at++)) / total;
        if (probability > 0) {
          mixture.add(new Mixtures.Part(column, probability));
        }
      }
      parts.add(mixture);
    }
    double[] prices = new double[inequalities.size()];
    if (!active.isEmpty()) {
      Access1D<?> duals = result.getDualSolution().orElseThrow().get();
      for (int r = 0; r < active.size(); r++) {
        prices[active.get(r)] = Math.max(0, duals.doubleValue(r));
      }
    }
    return new Optimum(Mixtures.of(parts, slots()), prices, excess);
  }
}
