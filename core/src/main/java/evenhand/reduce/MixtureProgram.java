package evenhand.reduce;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Access1D;

/**
 * The linear programs over the mixtures of given classifiers. Every solution is a vertex, so that
 * at most one more classifier takes part than there are inequalities.
 */
final class MixtureProgram {

  private final List<Standing> standings;
  private final int inequalities;
  private final double[] objective;
  private final int slacks;

  private MixtureProgram(List<Standing> standings, double[] errors, double[] slackPrices) {
    this.standings = standings;
    this.inequalities = standings.get(0).violation().length;
    this.slacks = slackPrices.length;
    this.objective = Arrays.copyOf(errors, errors.length + slacks);
    System.arraycopy(slackPrices, 0, objective, errors.length, slacks);
  }

  /**
   * An optimal vertex and its duals.
   *
   * @param probabilities of each classifier, shape [T]
   * @param prices of each inequality, shape [J], ≥ 0
   * @param value of the objective
   * @param slack the largest violation left, ≥ 0
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Solution(double[] probabilities, double[] prices, double value, double slack) {}

  /**
   * Minimises error + Σ caps·violation⁺. Its duals are the prices, each within its cap, that are
   * best against these classifiers.
   */
  static Solution capped(List<Standing> standings, double[] caps) {
    return new MixtureProgram(standings, errors(standings), caps).solve(0).orElseThrow();
  }

  /**
   * Minimises error + bound · (largest violation)⁺: its duals are the prices, of total at most the
   * bound, that are best against these classifiers.
   */
  static Solution bounded(List<Standing> standings, double bound) {
    double[] price = {bound};
    return new MixtureProgram(standings, errors(standings), price).solve(0).orElseThrow();
  }

  /** Minimises the largest violation; 0 if all inequalities can hold at once. */
  static Solution leastViolation(List<Standing> standings) {
    double[] price = {1};
    return new MixtureProgram(standings, new double[standings.size()], price)
        .solve(0)
        .orElseThrow();
  }

  /**
   * Minimises the error where no violation exceeds {@code allowed}; empty when none can do that.
   */
  static Optional<Solution> within(List<Standing> standings, double allowed) {
    return new MixtureProgram(standings, errors(standings), new double[0]).solve(allowed);
  }

  private static double[] errors(List<Standing> standings) {
    return standings.stream().mapToDouble(Standing::error).toArray();
  }

  private Optional<Solution> solve(double allowed) {
    int size = standings.size();
    LinearSolver.Builder program = LinearSolver.newBuilder().objective(objective).lower(0.0);
    for (int j = 0; j < inequalities; j++) {
      double[] row = new double[objective.length];
      for (int t = 0; t < size; t++) {
        row[t] = standings.get(t).violation()[j];
      }
      if (slacks > 0) {
        row[size + Math.min(j, slacks - 1)] = -1;
      }
      program.inequality(allowed, row);
    }
    double[] ones = new double[objective.length];
    Arrays.fill(ones, 0, size, 1);
    program.equality(1, ones);
    Optimisation.Result result = program.build().solve();
    return result.getState().isOptimal() ? Optional.of(solution(result)) : Optional.empty();
  }

  private Solution solution(Optimisation.Result result) {
    double[] probabilities = new double[standings.size()];
    for (int t = 0; t < probabilities.length; t++) {
      probabilities[t] = Math.max(0, result.doubleValue(t));
    }
    double slack = 0;
    for (int s = 0; s < slacks; s++) {
      slack = Math.max(slack, result.doubleValue(probabilities.length + s));
    }
    Access1D<?> duals = result.getDualSolution().orElseThrow().get();
    double[] prices = new double[inequalities];
    for (int j = 0; j < inequalities; j++) {
      prices[j] = Math.max(0, duals.doubleValue(j));
    }
    return new Solution(probabilities, prices, result.getValue(), slack);
  }
}
