package evenhand.reduce;

import evenhand.learner.Classifier;
import evenhand.learner.WeightedLearner;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Constrained classification as a game: an auditor prices the inequalities, the learner replies
 * with a classifier that is cheap at those prices, and linear programming finds the best mixture of
 * all replies. Where a plain fit meets the constraint already, it is the result. Accepting nobody
 * and accepting everyone take part only where no mixture of replies meets the constraint.
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
   * @param gap what counts as nothing, in standard errors of the plain fit's training error, in [0,
   *     1]: the data can't tell such differences. A proven gap of that ends the game, and so does a
   *     round of exploration that gains no more
   * @param maxFits calls of the learner at most, ≥ 1
   */
  public record Options(Pricing pricing, double priceBound, double gap, int maxFits) {

    public Options {
      if (!(priceBound > 0
          && priceBound < Double.POSITIVE_INFINITY
          && gap >= 0
          && gap <= 1
          && maxFits >= 1)) {
        throw new IllegalArgumentException(
            "need a positive price bound, a gap from 0 to 1 and 1 fit or more, got %s, %s, %d"
                .formatted(priceBound, gap, maxFits));
      }
    }

    /** Cutting planes with prices up to 64, a tenth of a standard error and 60 fits. */
    public static Options defaults() {
      return new Options(Pricing.CUTTING_PLANES, 64, 0.1, 60);
    }

    /** Multiplicative weights with B = 100, half a standard error and 60 fits. */
    public static Options published() {
      return new Options(Pricing.MULTIPLICATIVE_WEIGHTS, 100, 0.5, 60);
    }
  }

  public static ExponentiatedGradient defaults() {
    return new ExponentiatedGradient(Options.defaults());
  }

  @Override
  public Reduced train(
      Problem problem, WeightedLearner learner, long seed, Consumer<Progress> listener) {
    Auditor auditor =
        switch (options.pricing()) {
          case CUTTING_PLANES -> new CuttingPlanes(problem, options, learner.isExact());
          case MULTIPLICATIVE_WEIGHTS -> new MultiplicativeWeights(problem, options);
        };
    try (CheapestReply learned = new CheapestReply(problem, learner, seed)) {
      while (!auditor.isDone() && learned.fits() < options.maxFits()) {
        if (Thread.interrupted()) {
          throw new CancellationException("training was interrupted");
        }
        List<Hypothesis> reply = learned.cutTo(auditor.prices());
        Hypothesis usual = reply.get(0);
        if (learned.fits() == 1 && usual.standing().worst() <= 0) {
          listener.accept(new Progress(1, options.maxFits(), 0));
          Classifier plain = Classifier.of(usual.scorer());
          return new Reduced(
              plain, usual.standing(), 0, OptionalDouble.empty(), 1, Optional.empty());
        }
        auditor.hear(reply);
        listener.accept(new Progress(learned.fits(), options.maxFits(), auditor.gap()));
      }
      return result(problem, auditor, learner.isExact(), learned.fits());
    }
  }

  /** The two constants take part where no mixture of replies meets the constraint. */
  private static Reduced result(Problem problem, Auditor auditor, boolean isExact, int fits) {
    Pool pool = auditor.pool();
    MixtureProgram.Solution least = pool.leastViolation();
    if (least.value() > Pool.NEGLIGIBLE) {
      pool.addConstants();
      least = pool.leastViolation();
    }
    boolean feasible = least.value() <= Pool.NEGLIGIBLE;
    Classifier classifier = auditor.own().orElse(pool.best(Math.max(0, least.value())));
    Standing standing = problem.of(classifier);
    return new Reduced(
        classifier,
        standing,
        Math.max(0, standing.error() - auditor.asked().overReplies()),
        isExact
            ? OptionalDouble.of(Math.max(0, standing.error() - auditor.asked().proven()))
            : OptionalDouble.empty(),
        fits,
        feasible ? Optional.empty() : Optional.of(pool.diagnose(least)));
  }
}
