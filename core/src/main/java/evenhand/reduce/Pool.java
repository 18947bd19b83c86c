package evenhand.reduce;

import evenhand.learner.Classifier;
import evenhand.learner.ConstantScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The classifiers known so far, and the best mixtures of them. Of the many thresholds of each
 * scorer, only those that a linear program has asked for take part in the next (Dantzig and Wolfe,
 * 1960); each program is solved until no other would lower it.
 */
final class Pool {

  /** Violations and differences of error up to this are rounding. */
  static final double NEGLIGIBLE = 1e-9;

  /** Room for rounding in the last linear program. */
  private static final double ROOM = 1e-10;

  private final Problem problem;

  /** Every scorer with all its thresholds; the first of them is the learner's own. */
  private final List<List<Hypothesis>> families = new ArrayList<>();

  private final List<Hypothesis> members = new ArrayList<>();
  private final List<Standing> standings = new ArrayList<>();

  Pool(Problem problem) {
    this.problem = problem;
  }

  /**
   * @param family one scorer at its thresholds, at least one
   */
  void add(List<Hypothesis> family) {
    families.add(List.copyOf(family));
    admit(family.get(0));
  }

  /** Accepting nobody, and everyone: they meet many constraints, and tell nobody apart. */
  void addConstants() {
    for (int decision = 0; decision <= 1; decision++) {
      double[] decisions = new double[problem.sample().size()];
      Arrays.fill(decisions, decision);
      Standing standing = problem.of(decisions);
      add(List.of(new Hypothesis(new ConstantScorer(decision), Cuts.USUAL, standing)));
    }
  }

  private void admit(Hypothesis hypothesis) {
    members.add(hypothesis);
    standings.add(hypothesis.standing());
  }

  /** The best mixture where each violation costs its cap, and the prices that say so. */
  MixtureProgram.Solution capped(double[] caps) {
    return solved(() -> MixtureProgram.capped(standings, caps), 1);
  }

  /** The best mixture where the largest violation costs the bound, and the prices that say so. */
  MixtureProgram.Solution bounded(double bound) {
    return solved(() -> MixtureProgram.bounded(standings, bound), 1);
  }

  /** The smallest largest-violation of a mixture; 0 when the constraint can be met. */
  MixtureProgram.Solution leastViolation() {
    return leastViolation(Function.identity());
  }

  private MixtureProgram.Solution leastViolation(Function<Standing, Standing> part) {
    return solved(
        () -> MixtureProgram.leastViolation(standings.stream().map(part).toList()), 0, part);
  }

  /** The mixture of least error among those of no more than the given violation. */
  Classifier best(double violation) {
    double allowed = violation + ROOM;
    return mixture(
        solved(() -> MixtureProgram.within(standings, allowed).orElseThrow(), 1).probabilities());
  }

  private MixtureProgram.Solution solved(Program program, double errorCounts) {
    return solved(program, errorCounts, Function.identity());
  }

  @FunctionalInterface
  private interface Program {
    MixtureProgram.Solution solve();
  }

  /**
   * Solves a program over the members, lets those join that are cheaper at its prices than all
   * members are, and so on until there are none.
   *
   * @param errorCounts 1, or 0 where the program has no errors
   * @param part what the program sees of a standing
   */
  private MixtureProgram.Solution solved(
      Program program, double errorCounts, Function<Standing, Standing> part) {
    while (true) {
      MixtureProgram.Solution solution = program.solve();
      Cost cost =
          standing -> {
            Standing seen = part.apply(standing);
            return seen.lagrangian(solution.prices()) - (1 - errorCounts) * seen.error();
          };
      double least = Double.POSITIVE_INFINITY;
      for (Standing standing : standings) {
        least = Math.min(least, cost.of(standing));
      }
      if (!admitCheaper(cost, least - NEGLIGIBLE)) {
        return solution;
      }
    }
  }

  @FunctionalInterface
  private interface Cost {
    double of(Standing standing);
  }

  /** Of every family the cheapest, where it is cheaper than the limit. */
  private boolean admitCheaper(Cost cost, double limit) {
    boolean any = false;
    for (List<Hypothesis> family : families) {
      double least = limit;
      Optional<Hypothesis> cheapest = Optional.empty();
      for (Hypothesis hypothesis : family) {
        double own = cost.of(hypothesis.standing());
        if (own < least) {
          least = own;
          cheapest = Optional.of(hypothesis);
        }
      }
      cheapest.ifPresent(this::admit);
      any |= cheapest.isPresent();
    }
    return any;
  }

  private Classifier mixture(double[] probabilities) {
    double total = 0;
    for (double probability : probabilities) {
      total += probability > ROOM ? probability : 0;
    }
    List<Classifier.Member> mixed = new ArrayList<>();
    for (int t = 0; t < probabilities.length; t++) {
      if (probabilities[t] > ROOM) {
        Hypothesis member = members.get(t);
        mixed.add(
            new Classifier.Member(member.scorer(), member.threshold(), probabilities[t] / total));
      }
    }
    return new Classifier(mixed);
  }

  /** Which inequalities stand in each other's way, for a constraint that can't be met. */
  Infeasibility diagnose(MixtureProgram.Solution leastViolation) {
    List<String> conflicting = new ArrayList<>();
    List<String> labels = problem.constraint().labels();
    for (int j = 0; j < labels.size(); j++) {
      if (leastViolation.prices()[j] > NEGLIGIBLE) {
        conflicting.add(labels.get(j));
      }
    }
    List<Double> alone = new ArrayList<>();
    for (Parts.Part part : Parts.of(problem.constraint())) {
      double least = leastViolation(part::of).value();
      alone.add(least > NEGLIGIBLE ? least : 0);
    }
    return new Infeasibility(leastViolation.value(), conflicting, alone);
  }
}
