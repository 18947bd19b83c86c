package evenhand.reduce;

import evenhand.learner.Classifier;
import evenhand.learner.WeightedLearner;
import evenhand.parity.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * One deterministic classifier for each of a fixed set of prices, of which one is chosen: of those
 * that meet the constraint on the training rows, else the one that breaks it least; of those, the
 * ones that meet it on the selection rows too, else the one that breaks it least there; of those
 * the one of least error on the selection rows; of equals the first.
 *
 * <p>Agarwal et al., "A Reductions Approach to Fair Classification", ICML 2018, section 3.4.
 *
 * @param options see {@link Options}
 * @param selection other rows to choose on, with the constraint bound to them; empty: the training
 *     rows alone
 */
public record GridSearch(Options options, Optional<Problem> selection) implements Reduction {

  /**
   * @param points fits, ≥ 1; the first is at no prices
   * @param limit largest price of an inequality, in units of what an error weighs on the rows it
   *     touches, &gt; 0
   */
  public record Options(int points, double limit) {

    public Options {
      if (points < 1 || !(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "need at least 1 point and a positive limit, got %d and %s".formatted(points, limit));
      }
    }

    /** 31 points with prices up to 2. */
    public static Options defaults() {
      return new Options(31, 2);
    }
  }

  /** The default grid; chosen on the training rows. */
  public static GridSearch defaults() {
    return new GridSearch(Options.defaults(), Optional.empty());
  }

  /** The same grid, chosen on other rows. */
  public GridSearch selectingOn(Problem other) {
    return new GridSearch(options, Optional.of(other));
  }

  private record Candidate(Hypothesis hypothesis, Standing selection) {

    /** By standing on the training rows first; see the class. */
    boolean isBetterThan(Candidate other) {
      int byTraining = byViolation(hypothesis.standing(), other.hypothesis.standing());
      int byBoth = byTraining != 0 ? byTraining : byViolation(selection, other.selection);
      return byBoth != 0 ? byBoth < 0 : selection.error() < other.selection.error();
    }

    private static int byViolation(Standing one, Standing other) {
      return Double.compare(violation(one), violation(other));
    }

    private static double violation(Standing standing) {
      return standing.worst() <= Pool.NEGLIGIBLE ? 0 : standing.worst();
    }
  }

  @Override
  public Reduced train(
      Problem problem, WeightedLearner learner, long seed, Consumer<Progress> listener) {
    List<Candidate> candidates = new ArrayList<>();
    for (Hypothesis reply : replies(problem, learner, seed, listener)) {
      candidates.add(candidate(reply));
    }
    Candidate best = candidates.get(0);
    for (Candidate candidate : candidates) {
      best = candidate.isBetterThan(best) ? candidate : best;
    }
    return result(problem, candidates, best);
  }

  /**
   * The classifier at every point of the grid, the first of them at no prices; none is chosen.
   * Which they are does not depend on the bounds of differences.
   */
  public List<Classifier> all(
      Problem problem, WeightedLearner learner, long seed, Consumer<Progress> listener) {
    return replies(problem, learner, seed, listener).stream().map(GridSearch::classifier).toList();
  }

  private List<Hypothesis> replies(
      Problem problem, WeightedLearner learner, long seed, Consumer<Progress> listener) {
    List<double[]> grid = PriceGrid.of(problem, options, seed);
    List<Hypothesis> replies = new ArrayList<>();
    try (CheapestReply learned = new CheapestReply(problem, learner, seed)) {
      for (double[] prices : grid) {
        if (Thread.interrupted()) {
          throw new CancellationException("training was interrupted");
        }
        replies.add(learned.to(prices));
        listener.accept(new Progress(learned.fits(), grid.size(), Double.POSITIVE_INFINITY));
      }
    }
    return replies;
  }

  private Candidate candidate(Hypothesis hypothesis) {
    return new Candidate(
        hypothesis,
        selection.isPresent() ? selection.get().of(classifier(hypothesis)) : hypothesis.standing());
  }

  private static Classifier classifier(Hypothesis hypothesis) {
    return new Classifier(
        List.of(new Classifier.Member(hypothesis.scorer(), hypothesis.threshold(), 1)));
  }

  private Reduced result(Problem problem, List<Candidate> candidates, Candidate best) {
    double lead = 0;
    for (Candidate candidate : candidates) {
      lead =
          Math.max(
              lead,
              best.hypothesis().standing().error() - candidate.hypothesis().standing().error());
    }
    return new Reduced(
        classifier(best.hypothesis()),
        best.hypothesis().standing(),
        lead,
        OptionalDouble.empty(),
        candidates.size(),
        best.hypothesis().standing().worst() <= Pool.NEGLIGIBLE
            ? Optional.empty()
            : Optional.of(diagnose(problem.constraint(), candidates, best)));
  }

  private static Infeasibility diagnose(
      Constraint constraint, List<Candidate> candidates, Candidate best) {
    List<String> broken = new ArrayList<>();
    for (int j = 0; j < constraint.size(); j++) {
      if (best.hypothesis().standing().violation()[j] > Pool.NEGLIGIBLE) {
        broken.add(constraint.labels().get(j));
      }
    }
    List<Double> alone = new ArrayList<>();
    for (Parts.Part part : Parts.of(constraint)) {
      double least = Double.POSITIVE_INFINITY;
      for (Candidate candidate : candidates) {
        least = Math.min(least, part.of(candidate.hypothesis().standing()).worst());
      }
      alone.add(least > Pool.NEGLIGIBLE ? least : 0);
    }
    return new Infeasibility(best.hypothesis().standing().worst(), broken, alone);
  }
}
