package evenhand.reduce;

/**
 * Asks halfway between the best prices asked so far and those that the linear program over all
 * replies calls best (Kelley's cutting planes, smoothed as in Wentges, "Weighted Dantzig-Wolfe
 * decomposition", 1997), within caps that grow only while they leave violations.
 */
final class CuttingPlanes implements Auditor {

  private static final double FIRST_CAP = 0.5;
  private static final double GROWTH = 2;

  private final Pool pool;
  private final ExponentiatedGradient.Options options;
  private final double[] reach;
  private final AskedPrices asked;
  private double cap;
  private double[] prices;
  private double gap = Double.POSITIVE_INFINITY;

  CuttingPlanes(Problem problem, Pool pool, ExponentiatedGradient.Options options) {
    this.pool = pool;
    this.options = options;
    this.reach = problem.reach();
    this.asked = new AskedPrices(pool);
    this.cap = Math.min(FIRST_CAP, options.priceBound());
    this.prices = new double[reach.length];
  }

  @Override
  public double[] prices() {
    return prices;
  }

  @Override
  public void hear(Standing reply) {
    asked.add(prices);
    MixtureProgram.Solution mixture = pool.capped(caps());
    gap = Math.max(0, mixture.value() - asked.bound());
    while (gap <= options.gap()
        && mixture.slack() > Pool.NEGLIGIBLE
        && cap < options.priceBound()) {
      cap = Math.min(GROWTH * cap, options.priceBound());
      mixture = pool.capped(caps());
      gap = Math.max(0, mixture.value() - asked.bound());
    }
    double[] next = new double[reach.length];
    for (int j = 0; j < next.length; j++) {
      next[j] = (mixture.prices()[j] + asked.best()[j]) / 2;
    }
    prices = next;
  }

  private double[] caps() {
    double[] caps = new double[reach.length];
    for (int j = 0; j < caps.length; j++) {
      caps[j] = cap / reach[j];
    }
    return caps;
  }

  @Override
  public double gap() {
    return gap;
  }

  @Override
  public double bound() {
    return asked.bound();
  }
}
