package evenhand.reduce;

import evenhand.learner.Classifier;
import evenhand.learner.ConstantScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The classifiers known so far, and the best mixtures of them. */
final class Pool {

  /** Violations and differences of error up to this are rounding. */
  static final double NEGLIGIBLE = 1e-9;

  /** Room for rounding in the last linear program. */
  private static final double ROOM = 1e-10;

  private static final int CONSTANTS = 2;

  private final Problem problem;
  private final List<Hypothesis> members = new ArrayList<>();
  private final List<Standing> standings = new ArrayList<>();

  /**
   * Holds the two constant classifiers to begin with: many constraints can always be met by them.
   */
  Pool(Problem problem) {
    this.problem = problem;
    for (int decision = 0; decision < CONSTANTS; decision++) {
      double[] decisions = new double[problem.sample().size()];
      Arrays.fill(decisions, decision);
      add(new Hypothesis(new ConstantScorer(decision), 0.5, problem.of(decisions)));
    }
  }

  void add(Hypothesis hypothesis) {
    members.add(hypothesis);
    standings.add(hypothesis.standing());
  }

  /** The best mixture where each violation costs its cap, and the prices that say so. */
  MixtureProgram.Solution capped(double[] caps) {
    return MixtureProgram.capped(standings, caps);
  }

  /** The best mixture where the largest violation costs the bound, and the prices that say so. */
  MixtureProgram.Solution bounded(double bound) {
    return MixtureProgram.bounded(standings, bound);
  }

  /** The least Lagrangian of a known classifier at these prices. */
  double least(double[] prices) {
    double least = Double.POSITIVE_INFINITY;
    for (Standing standing : standings) {
      least = Math.min(least, standing.lagrangian(prices));
    }
    return least;
  }

  /** The smallest largest-violation of a mixture; 0 when the constraint can be met. */
  MixtureProgram.Solution leastViolation() {
    return MixtureProgram.leastViolation(standings);
  }

  /**
   * The mixture of least error among those of no more than the given violation. Constant
   * classifiers take part only where they lower the error.
   */
  Classifier best(double violation) {
    double allowed = violation + ROOM;
    MixtureProgram.Solution all = MixtureProgram.within(standings, allowed).orElseThrow();
    Optional<MixtureProgram.Solution> fitted =
        MixtureProgram.within(standings.subList(CONSTANTS, standings.size()), allowed);
    return fitted.isPresent() && fitted.get().value() <= all.value() + NEGLIGIBLE
        ? mixture(fitted.get().probabilities(), CONSTANTS)
        : mixture(all.probabilities(), 0);
  }

  private Classifier mixture(double[] probabilities, int first) {
    double total = 0;
    for (double probability : probabilities) {
      total += probability > ROOM ? probability : 0;
    }
    List<Classifier.Member> mixed = new ArrayList<>();
    for (int t = 0; t < probabilities.length; t++) {
      if (probabilities[t] > ROOM) {
        Hypothesis member = members.get(first + t);
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
      double least =
          MixtureProgram.leastViolation(standings.stream().map(part::of).toList()).value();
      alone.add(least > NEGLIGIBLE ? least : 0);
    }
    return new Infeasibility(leastViolation.value(), conflicting, alone);
  }
}
