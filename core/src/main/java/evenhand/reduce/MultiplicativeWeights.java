package evenhand.reduce;

import evenhand.learner.Classifier;
import evenhand.learner.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The auditor of Agarwal et al. 2018, algorithm 1: λ = B·exp(θ) / (1 + Σ exp(θ)), θ growing by the
 * violations of each reply. After each of its rounds the learner is asked at the average of its
 * prices, which tells the gap of the average of its replies, and at those of the linear program
 * over all replies, which tells the gap of the program's mixture. The one of the smaller gap is
 * handed over, and the game ends when that is small, after a few rounds at least.
 *
 * <p>The first fit, at no prices, is not one of its rounds.
 */
final class MultiplicativeWeights implements Auditor {

  private static final int LEAST_ROUNDS = 5;

  /** η·B, as in fairlearn. */
  private static final double RATE = 2;

  private enum Turn {
    PLAIN,
    OWN,
    AVERAGE,
    PROGRAM
  }

  private final ExponentiatedGradient.Options options;
  private final Problem problem;
  private final Pool pool;
  private final AskedPrices asked = new AskedPrices();
  private final List<Scorer> replies = new ArrayList<>();
  private final double[] theta;
  private final double[] totalPrices;
  private final double[] totalViolation;
  private double totalError;
  private int rounds;
  private double[] prices;
  private Turn turn = Turn.PLAIN;
  private double tolerance;
  private double gap = Double.POSITIVE_INFINITY;
  private Optional<Classifier> average = Optional.empty();

  MultiplicativeWeights(Problem problem, ExponentiatedGradient.Options options) {
    this.problem = problem;
    this.options = options;
    this.pool = new Pool(problem);
    this.theta = new double[problem.constraint().size()];
    this.totalPrices = new double[theta.length];
    this.totalViolation = new double[theta.length];
    this.prices = new double[theta.length];
  }

  @Override
  public double[] prices() {
    return prices;
  }

  @Override
  public void hear(List<Hypothesis> reply) {
    Hypothesis usual = reply.get(0);
    asked.add(prices, List.of(usual));
    pool.add(List.of(usual));
    switch (turn) {
      case PLAIN -> {
        tolerance = options.gap() * problem.standardError(usual.standing().error());
        ask(Turn.OWN, ownPrices());
      }
      case OWN -> {
        count(usual);
        ask(Turn.AVERAGE, scaled(totalPrices));
      }
      case AVERAGE -> {
        Standing mean = new Standing(totalError / rounds, scaled(totalViolation));
        double broken = options.priceBound() * Math.max(0, mean.worst());
        double value = mean.lagrangian(prices);
        double found = Math.max(value - asked.atLast(), mean.error() + broken - value);
        if (found < gap) {
          gap = found;
          average = Optional.of(averageOfReplies());
        }
        ask(Turn.PROGRAM, pool.bounded(options.priceBound()).prices());
      }
      case PROGRAM -> {
        double found = pool.bounded(options.priceBound()).value() - asked.atLast();
        if (found < gap) {
          gap = found;
          average = Optional.empty();
        }
        ask(Turn.OWN, ownPrices());
      }
    }
  }

  private void ask(Turn next, double[] at) {
    turn = next;
    prices = at;
  }

  private void count(Hypothesis reply) {
    rounds++;
    replies.add(reply.scorer());
    totalError += reply.standing().error();
    for (int j = 0; j < theta.length; j++) {
      totalPrices[j] += prices[j];
      totalViolation[j] += reply.standing().violation()[j];
      theta[j] += RATE / options.priceBound() * reply.standing().violation()[j];
    }
  }

  private double[] scaled(double[] total) {
    double[] mean = total.clone();
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= rounds;
    }
    return mean;
  }

  private Classifier averageOfReplies() {
    double share = 1.0 / rounds;
    return new Classifier(
        replies.stream().map(scorer -> new Classifier.Member(scorer, Cuts.USUAL, share)).toList());
  }

  /** Shifted so that no exponent overflows. */
  private double[] ownPrices() {
    double top = 0;
    for (double entry : theta) {
      top = Math.max(top, entry);
    }
    double[] own = new double[theta.length];
    double total = Math.exp(-top);
    for (int j = 0; j < own.length; j++) {
      own[j] = Math.exp(theta[j] - top);
      total += own[j];
    }
    for (int j = 0; j < own.length; j++) {
      own[j] *= options.priceBound() / total;
    }
    return own;
  }

  @Override
  public boolean isDone() {
    return rounds >= LEAST_ROUNDS && turn == Turn.OWN && gap <= tolerance;
  }

  @Override
  public double gap() {
    return Math.max(0, gap);
  }

  @Override
  public AskedPrices asked() {
    return asked;
  }

  @Override
  public Pool pool() {
    return pool;
  }

  @Override
  public Optional<Classifier> own() {
    return average;
  }
}
