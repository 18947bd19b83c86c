package evenhand.reduce;

import evenhand.learner.Classifier;
import evenhand.learner.WeightedLearner;
import evenhand.parity.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * One deterministic classifier for each of a fixed set of prices, of which one is chosen: of those
 * that meet the constraint on the selection rows the one of least error there, else the one that
 * breaks it least; of equals the first.
 *
 * <p>Agarwal et al., "A Reductions Approach to Fair Classification", ICML 2018, section 3.4.
 *
 * @param options see {@link Options}
 * @param selection the rows to choose on, with the constraint bound to them; empty: the training
 *     rows
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

    boolean isBetterThan(Candidate other) {
      boolean meets = selection.worst() <= Pool.NEGLIGIBLE;
      if (meets != (other.selection.worst() <= Pool.NEGLIGIBLE)) {
        return meets;
      }
      return meets
          ? selection.error() < other.selection.error()
          : selection.worst() < other.selection.worst();
    }
  }

  @Override
  public Reduced train(
      Problem problem, WeightedLearner learner, long seed, Consumer<Progress> listener) {
    List<double[]> grid = PriceGrid.of(problem, options, seed);
    List<Candidate> candidates = new ArrayList<>();
    try (CheapestReply learned = new CheapestReply(problem, learner, seed)) {
      for (double[] prices : grid) {
        if (Thread.interrupted()) {
          throw new CancellationException("training was interrupted");
        }
        candidates.add(candidate(learned.to(prices)));
        listener.accept(new Progress(learned.fits(), grid.size(), Double.POSITIVE_INFINITY));
      }
    }
    Candidate best = candidates.get(0);
    for (Candidate candidate : candidates) {
      best = candidate.isBetterThan(best) ? candidate : best;
    }
    return result(problem, candidates, best);
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
        candidates.size(),
        best.selection().worst() <= Pool.NEGLIGIBLE
            ? Optional.empty()
            : Optional.of(diagnose(selection.orElse(problem).constraint(), candidates, best)));
  }

  private static Infeasibility diagnose(
      Constraint constraint, List<Candidate> candidates, Candidate best) {
    List<String> broken = new ArrayList<>();
    for (int j = 0; j < constraint.size(); j++) {
      if (best.selection().violation()[j] > Pool.NEGLIGIBLE) {
        broken.add(constraint.labels().get(j));
      }
    }
    List<Double> alone = new ArrayList<>();
    for (Parts.Part part : Parts.of(constraint)) {
      double least = Double.POSITIVE_INFINITY;
      for (Candidate candidate : candidates) {
        least = Math.min(least, part.of(candidate.selection()).worst());
      }
      alone.add(least > Pool.NEGLIGIBLE ? least : 0);
    }
    return new Infeasibility(best.selection().worst(), broken, alone);
  }
}
