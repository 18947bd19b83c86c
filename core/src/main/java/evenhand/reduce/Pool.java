package evenhand.reduce;

import evenhand.learner.Classifier;
import evenhand.learner.ConstantScorer;
import evenhand.parity.Constraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The classifiers known so far, and the best mixture of them. */
final class Pool {

  /** Room for rounding in the last linear program; violations up to 1e-9 count as none. */
  private static final double ROOM = 1e-10;

  private static final double NEGLIGIBLE = 1e-9;

  private final Problem problem;
  private final List<Hypothesis> members = new ArrayList<>();
  private final List<Standing> standings = new ArrayList<>();

  /**
   * Holds the two constant classifiers to begin with: many constraints can always be met by them.
   */
  Pool(Problem problem) {
    this.problem = problem;
    for (int decision = 0; decision <= 1; decision++) {
      double[] decisions = new double[problem.sample().size()];
      Arrays.fill(decisions, decision);
      add(
          new Hypothesis(
              new ConstantScorer(decision),
              0.5,
              new Standing(problem.error(decisions), problem.constraint().violation(decisions))));
    }
  }

  /** Adds a classifier that is not there yet. */
  void add(Hypothesis hypothesis) {
    for (Hypothesis member : members) {
      if (member.scorer() == hypothesis.scorer() && member.threshold() == hypothesis.threshold()) {
        return;
      }
    }
    members.add(hypothesis);
    standings.add(hypothesis.standing());
  }

  int size() {
    return members.size();
  }

  /** The best mixture where violations cost {@code bound} each, and the prices that say so. */
  MixtureProgram.Solution priced(double bound) {
    return MixtureProgram.priced(standings, bound);
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
        members.size() == 2
            ? Optional.empty()
            : MixtureProgram.within(standings.subList(2, standings.size()), allowed);
    return fitted.isPresent() && fitted.get().value() <= all.value() + NEGLIGIBLE
        ? mixture(fitted.get().probabilities(), 2)
        : mixture(all.probabilities(), 0);
  }

  private Classifier mixture(double[] probabilities, int first) {
    double total = 0;
    for (double probability : probabilities) {
      total += probability > NEGLIGIBLE / 10 ? probability : 0;
    }
    List<Classifier.Member> mixed = new ArrayList<>();
    for (int t = 0; t < probabilities.length; t++) {
      if (probabilities[t] > NEGLIGIBLE / 10) {
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
    int at = 0;
    for (Constraint part : parts()) {
      int from = at;
      at += part.size();
      int to = at;
      List<Standing> own =
          standings.stream()
              .map(s -> new Standing(s.error(), Arrays.copyOfRange(s.violation(), from, to)))
              .toList();
      double least = MixtureProgram.leastViolation(own).value();
      alone.add(least > NEGLIGIBLE ? least : 0);
    }
    return new Infeasibility(leastViolation.value(), conflicting, alone);
  }

  private List<Constraint> parts() {
    return problem.constraint() instanceof Constraint.Stacked stacked
        ? stacked.parts()
        : List.of(problem.constraint());
  }
}
