package evenhand.reduce;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Access1D;

/**
 * The linear programs over the mixtures of given classifiers: the step that Agarwal et al. 2018
 * leave to section 4 of their supplement and fairlearn calls its linear-programming step.
 */
final class MixtureProgram {

  private MixtureProgram() {}

  /**
   * An optimal vertex and its duals.
   *
   * @param probabilities of each classifier, shape [T]
   * @param prices of each inequality, shape [J], ≥ 0
   * @param value of the objective
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Solution(double[] probabilities, double[] prices, double value) {}

  /**
   * Minimises error + bound · (largest violation, or 0 if there is none). Its duals are the prices
   * of total at most {@code bound} that are best against these classifiers.
   */
  static Solution priced(List<Standing> standings, double bound) {
    int size = standings.size();
    double[] objective = new double[size + 1];
    for (int t = 0; t < size; t++) {
      objective[t] = standings.get(t).error();
    }
    objective[size] = bound;
    return solve(standings, objective, true).orElseThrow();
  }

  /** Minimises the largest violation, or 0 if all can hold at once; its value is what remains. */
  static Solution leastViolation(List<Standing> standings) {
    double[] objective = new double[standings.size() + 1];
    objective[standings.size()] = 1;
    return solve(standings, objective, true).orElseThrow();
  }

  /**
   * Minimises the error where no violation exceeds {@code allowed}; empty when there is no such
   * mixture.
   */
  static Optional<Solution> within(List<Standing> standings, double allowed) {
    List<Standing> shifted =
        standings.stream()
            .map(
                standing ->
                    new Standing(
                        standing.error(),
                        Arrays.stream(standing.violation()).map(v -> v - allowed).toArray()))
            .toList();
    double[] objective = standings.stream().mapToDouble(Standing::error).toArray();
    return solve(shifted, objective, false);
  }

  private static Optional<Solution> solve(
      List<Standing> standings, double[] objective, boolean slack) {
    int size = standings.size();
    int inequalities = standings.get(0).violation().length;
    LinearSolver.Builder program = LinearSolver.newBuilder().objective(objective).lower(0.0);
    for (int j = 0; j < inequalities; j++) {
      double[] row = new double[objective.length];
      for (int t = 0; t < size; t++) {
        row[t] = standings.get(t).violation()[j];
      }
      if (slack) {
        row[size] = -1;
      }
      program.inequality(0, row);
    }
    double[] ones = new double[objective.length];
    Arrays.fill(ones, 0, size, 1);
    program.equality(1, ones);
    Optimisation.Result result = program.build().solve();
    if (!result.getState().isOptimal()) {
      return Optional.empty();
    }
    double[] probabilities = new double[size];
    for (int t = 0; t < size; t++) {
      probabilities[t] = Math.max(0, result.doubleValue(t));
    }
    Access1D<?> duals = result.getDualSolution().orElseThrow().get();
    double[] prices = new double[inequalities];
    for (int j = 0; j < inequalities; j++) {
      prices[j] = Math.max(0, duals.doubleValue(j));
    }
    return Optional.of(new Solution(probabilities, prices, result.getValue()));
  }
}
