package evenhand.reduce;

import evenhand.learner.Classifier;
import evenhand.learner.WeightedLearner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Constrained classification as a game: an auditor puts prices on the inequalities, the learner
 * replies with the classifier that is cheapest at those prices, and linear programming finds the
 * best mixture of all replies.
 *
 * <p>Agarwal et al., "A Reductions Approach to Fair Classification", ICML 2018, algorithm 1, with
 * the linear-programming step.
 *
 * @param options see {@link Options}
 */
public record ExponentiatedGradient(Options options) implements Reduction {

  /**
   * @param priceBound largest total price while the game is played, in units of error per unit of
   *     violation, &gt; 0: B in the paper
   * @param gap the game ends when the duality gap is at most this, in units of error, ≥ 0
   * @param maxFits calls of the learner at most, ≥ 1
   */
  public record Options(double priceBound, double gap, int maxFits) {

    public Options {
      if (!(priceBound > 0 && gap >= 0 && maxFits >= 1)) {
        throw new IllegalArgumentException(
            "need priceBound > 0, gap >= 0, maxFits >= 1, got %s, %s, %d"
                .formatted(priceBound, gap, maxFits));
      }
    }

    public static Options defaults() {
      return new Options(100, 5e-4, 50);
    }
  }

  public static ExponentiatedGradient defaults() {
    return new ExponentiatedGradient(Options.defaults());
  }

  @Override
  public Reduced train(
      Problem problem, WeightedLearner learner, long seed, Consumer<Progress> listener) {
    Pool pool = new Pool(problem);
    List<double[]> asked = new ArrayList<>();
    double gap = Double.POSITIVE_INFINITY;
    try (Replies replies = new Replies(problem, learner, seed)) {
      double[] prices = new double[problem.constraint().size()];
      while (asked.size() < options.maxFits() && gap > options.gap()) {
        if (Thread.interrupted()) {
          throw new CancellationException("training was interrupted");
        }
        Hypothesis reply = replies.fit(prices);
        pool.add(reply);
        asked.add(prices);
        if (asked.size() == 1 && reply.standing().worst() <= 0) {
          double spare = reply.standing().error() - cheapest(replies, prices, pool);
          listener.accept(new Progress(1, options.maxFits(), spare));
          return new Reduced(
              Classifier.of(reply.scorer()), reply.standing(), spare, 1, 1, Optional.empty());
        }
        cheapest(replies, prices, pool);
        MixtureProgram.Solution mixture = exhaust(replies, pool);
        double[] safest = prices;
        double bound = Double.NEGATIVE_INFINITY;
        for (double[] tried : asked) {
          double least = pool.least(tried);
          if (least > bound) {
            bound = least;
            safest = tried;
          }
        }
        gap = Math.max(0, mixture.value() - bound);
        prices = between(mixture.prices(), safest);
        listener.accept(new Progress(asked.size(), options.maxFits(), gap));
      }
      return result(problem, pool, gap, asked.size());
    }
  }

  private static double cheapest(Replies replies, double[] prices, Pool pool) {
    replies.cheapest(prices).forEach(pool::add);
    return pool.least(prices);
  }

  /** Adds thresholds of the scorers at hand until none is cheaper than the best mixture. */
  private MixtureProgram.Solution exhaust(Replies replies, Pool pool) {
    while (true) {
      MixtureProgram.Solution mixture = pool.priced(options.priceBound());
      int before = pool.size();
      for (Hypothesis hypothesis : replies.cheapest(mixture.prices())) {
        if (hypothesis.standing().lagrangian(mixture.prices()) < mixture.value() - 1e-6) {
          pool.add(hypothesis);
        }
      }
      if (pool.size() == before) {
        return mixture;
      }
    }
  }

  private static double[] between(double[] a, double[] b) {
    double[] middle = new double[a.length];
    for (int j = 0; j < a.length; j++) {
      middle[j] = (a[j] + b[j]) / 2;
    }
    return middle;
  }

  private static Reduced result(Problem problem, Pool pool, double gap, int fits) {
    MixtureProgram.Solution least = pool.leastViolation();
    boolean feasible = least.value() <= 1e-9;
    Classifier classifier = pool.best(feasible ? 0 : least.value());
    return new Reduced(
        classifier,
        problem.of(classifier),
        gap,
        fits,
        fits,
        feasible ? Optional.empty() : Optional.of(pool.diagnose(least)));
  }
}
