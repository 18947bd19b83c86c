package evenhand.reduce;

import evenhand.learner.Classifier;
import evenhand.learner.WeightedLearner;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Constrained classification as a game: an auditor prices the inequalities, the learner replies
 * with a classifier that is cheap at those prices, and linear programming finds the best mixture of
 * all replies. Where a plain fit meets the constraint already, it is the result.
 *
 * <p>Agarwal et al., "A Reductions Approach to Fair Classification", ICML 2018, algorithm 1, with
 * the linear-programming step.
 */
public record ExponentiatedGradient(Options options) implements Reduction {

  /**
   * @param pricing how the auditor finds the prices
   * @param priceBound largest price &gt; 0: with {@code CUTTING_PLANES} of each inequality, in
   *     units of what an error weighs on the rows it touches; with {@code MULTIPLICATIVE_WEIGHTS}
   *     of all together, in units of error per unit of violation (B in the paper)
   * @param gap the game ends when the duality gap is at most this, in units of error, ≥ 0
   * @param maxFits calls of the learner at most, ≥ 1
   */
  public record Options(Pricing pricing, double priceBound, double gap, int maxFits) {

    public Options {
      if (!(priceBound > 0 && priceBound < Double.POSITIVE_INFINITY && gap >= 0 && maxFits >= 1)) {
        throw new IllegalArgumentException(
            "need a positive price bound, a gap of at least 0 and 1 fit or more, got %s, %s, %d"
                .formatted(priceBound, gap, maxFits));
      }
    }

    /** Cutting planes with prices up to 64, a gap of 0.0002 and 50 fits. */
    public static Options defaults() {
      return new Options(Pricing.CUTTING_PLANES, 64, 2e-4, 50);
    }

    /** Multiplicative weights with B = 100, a gap of 0.0005 and 50 fits. */
    public static Options published() {
      return new Options(Pricing.MULTIPLICATIVE_WEIGHTS, 100, 5e-4, 50);
    }
  }

  public static ExponentiatedGradient defaults() {
    return new ExponentiatedGradient(Options.defaults());
  }

  @Override
  public Reduced train(
      Problem problem, WeightedLearner learner, long seed, Consumer<Progress> listener) {
    Pool pool = new Pool(problem);
    Auditor auditor =
        switch (options.pricing()) {
          case CUTTING_PLANES -> new CuttingPlanes(problem, pool, options);
          case MULTIPLICATIVE_WEIGHTS -> new MultiplicativeWeights(problem, pool, options);
        };
    try (CheapestReply learned = new CheapestReply(problem, learner, seed)) {
      do {
        if (Thread.interrupted()) {
          throw new CancellationException("training was interrupted");
        }
        Hypothesis reply = learned.to(auditor.prices());
        if (learned.fits() == 1 && reply.standing().worst() <= 0) {
          listener.accept(new Progress(1, options.maxFits(), 0));
          Classifier plain = Classifier.of(reply.scorer());
          return new Reduced(plain, reply.standing(), 0, 1, Optional.empty());
        }
        pool.add(reply);
        auditor.hear(reply.standing());
        listener.accept(new Progress(learned.fits(), options.maxFits(), auditor.gap()));
      } while (auditor.gap() > options.gap() && learned.fits() < options.maxFits());
      return result(problem, pool, auditor.bound(), learned.fits());
    }
  }

  private static Reduced result(Problem problem, Pool pool, double bound, int fits) {
    MixtureProgram.Solution least = pool.leastViolation();
    boolean feasible = least.value() <= Pool.NEGLIGIBLE;
    Classifier classifier = pool.best(least.value());
    Standing standing = problem.of(classifier);
    return new Reduced(
        classifier,
        standing,
        Math.max(0, standing.error() - bound),
        fits,
        feasible ? Optional.empty() : Optional.of(pool.diagnose(least)));
  }
}
