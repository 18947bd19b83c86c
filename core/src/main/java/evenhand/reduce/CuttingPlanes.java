package evenhand.reduce;

import java.util.List;
import java.util.Optional;

/**
 * Asks at the prices that the linear program over all replies calls best (Kelley's cutting planes),
 * within caps that grow only while they leave violations. A learner that is no exact oracle stops
 * gaining anything there long before the best of its mixtures is found: it is then asked at prices
 * spread over all directions, and at the program's again, until such a round gains nothing.
 */
final class CuttingPlanes implements Auditor {

  private static final double FIRST_CAP = 0.5;
  private static final double GROWTH = 2;

  /** Rounds in a row that gain nothing, after which an inexact learner is asked no more. */
  private static final int IDLE_ROUNDS = 2;

  /** How much dearer a reply of an exact learner may seem: in standard errors, and in error. */
  private static final double NOTICEABLE = 0.75;

  private static final double NOTICEABLE_ERROR = 0.002;

  private enum State {
    FIRST,
    GUIDED,
    EXPLORING,
    DONE
  }

  private final Problem problem;
  private final ExponentiatedGradient.Options options;
  private final boolean isExact;
  private final Pool pool;
  private final AskedPrices asked = new AskedPrices();
  private final double[] reach;
  private State state = State.FIRST;
  private double cap;
  private double standardError;
  private double tolerance;
  private double[] prices;
  private double value = Double.POSITIVE_INFINITY;
  private double slack = Double.POSITIVE_INFINITY;
  private Optional<Exploration> exploration = Optional.empty();
  private double beforeExploring = Double.POSITIVE_INFINITY;
  private int idleRounds;

  CuttingPlanes(Problem problem, ExponentiatedGradient.Options options, boolean isExact) {
    this.problem = problem;
    this.options = options;
    this.isExact = isExact;
    this.pool = new Pool(problem);
    this.reach = problem.reach();
    this.cap = Math.min(FIRST_CAP, options.priceBound());
    this.prices = new double[reach.length];
  }

  @Override
  public double[] prices() {
    return prices;
  }

  @Override
  public void hear(List<Hypothesis> reply) {
    asked.add(prices, reply);
    pool.add(reply);
    double known = value;
    solve();
    switch (state) {
      case FIRST -> {
        standardError = problem.standardError(reply.get(0).standing().error());
        tolerance = options.gap() * standardError;
        state = State.GUIDED;
      }
      case GUIDED -> {
        if (isExact ? gap() <= tolerance : known - value <= tolerance) {
          nothingGained();
        }
      }
      case EXPLORING -> {
        Exploration spread = exploration.orElseThrow();
        spread.hear(known - value > tolerance);
        explore(spread);
      }
      case DONE -> throw new IllegalStateException("the game has ended");
    }
  }

  /** The program's prices may rise where they leave violations; else they have no more to tell. */
  private void nothingGained() {
    if (slack > Pool.NEGLIGIBLE && cap < options.priceBound()) {
      cap = Math.min(GROWTH * cap, options.priceBound());
      solve();
      return;
    }
    double reached = pool.capped(caps(options.priceBound())).value();
    idleRounds = beforeExploring - reached <= tolerance ? idleRounds + 1 : 0;
    beforeExploring = reached;
    if (isExact || idleRounds == (seemsExact() ? 1 : IDLE_ROUNDS)) {
      state = State.DONE;
      return;
    }
    state = State.EXPLORING;
    Exploration spread = exploration.orElseGet(() -> new Exploration(problem));
    exploration = Optional.of(spread);
    spread.startRound();
    explore(spread);
  }

  private void explore(Exploration spread) {
    spread.next(seemsExact()).ifPresentOrElse(next -> prices = next, () -> state = State.GUIDED);
  }

  /** Whether no reply was noticeably dearer, at the prices it answered, than another one is. */
  private boolean seemsExact() {
    return asked.regret() <= Math.min(NOTICEABLE * standardError, NOTICEABLE_ERROR);
  }

  /** The program's prices are asked at next. */
  private void solve() {
    MixtureProgram.Solution mixture = pool.capped(caps(cap));
    value = mixture.value();
    slack = mixture.slack();
    prices = mixture.prices();
  }

  private double[] caps(double limit) {
    double[] caps = new double[reach.length];
    for (int j = 0; j < caps.length; j++) {
      caps[j] = limit / reach[j];
    }
    return caps;
  }

  @Override
  public boolean isDone() {
    return state == State.DONE;
  }

  @Override
  public double gap() {
    return Math.max(0, value - (isExact ? asked.proven() : asked.overReplies()));
  }

  @Override
  public AskedPrices asked() {
    return asked;
  }

  @Override
  public Pool pool() {
    return pool;
  }
}
