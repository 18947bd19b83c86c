package evenhand.reduce;

import evenhand.learner.Classifier;
import evenhand.learner.Scorer;
import java.util.ArrayList;
import java.util.List;

/**
 * The best mixture of classifiers that are there already. It is a vertex of a linear program, and
 * so has at most one more member than there are inequalities.
 *
 * <p>Cotter et al., "Two-player games for efficient non-convex constrained optimization", ALT 2019,
 * on shrinking.
 */
public final class Shrinking {

  /** A member asked less often than this is rounding. */
  private static final double RARE = 1e-6;

  private Shrinking() {}

  /**
   * Of the least error among the mixtures that break the worst inequality least.
   *
   * @param scorers that each accept from one half on, at least one
   * @param standings of theirs, on one problem
   */
  public static Classifier of(List<Scorer> scorers, List<Standing> standings) {
    double allowed = MixtureProgram.leastViolation(standings).slack() + Pool.NEGLIGIBLE;
    double[] probabilities =
        MixtureProgram.within(standings, allowed).orElseThrow().probabilities();
    double total = 0;
    for (double probability : probabilities) {
      total += probability > RARE ? probability : 0;
    }
    List<Classifier.Member> members = new ArrayList<>();
    for (int t = 0; t < probabilities.length; t++) {
      if (probabilities[t] > RARE) {
        members.add(new Classifier.Member(scorers.get(t), 0.5, probabilities[t] / total));
      }
    }
    return new Classifier(members);
  }
}
