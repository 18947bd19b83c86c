package evenhand.reduce;

/**
 * The auditor of Agarwal et al. 2018, algorithm 1: λ = B·exp(θ) / (1 + Σ exp(θ)), θ growing by the
 * violations of each reply. Every second round asks at the prices of the linear program over all
 * replies instead, whose mixture is the one returned; its gap is the smallest seen.
 */
final class MultiplicativeWeights implements Auditor {

  /** η·B, as in fairlearn. */
  private static final double RATE = 2;

  private final Pool pool;
  private final double priceBound;
  private final AskedPrices asked;
  private final double[] theta;
  private double[] prices;
  private boolean ownTurn = true;
  private double gap = Double.POSITIVE_INFINITY;

  MultiplicativeWeights(Problem problem, Pool pool, ExponentiatedGradient.Options options) {
    this.pool = pool;
    this.priceBound = options.priceBound();
    this.asked = new AskedPrices(pool);
    this.theta = new double[problem.constraint().size()];
    this.prices = new double[theta.length];
  }

  @Override
  public double[] prices() {
    return prices;
  }

  @Override
  public void hear(Standing reply) {
    asked.add(prices);
    MixtureProgram.Solution mixture = pool.bounded(priceBound);
    gap = Math.max(0, mixture.value() - asked.bound());
    if (ownTurn) {
      for (int j = 0; j < theta.length; j++) {
        theta[j] += RATE / priceBound * reply.violation()[j];
      }
      prices = mixture.prices();
    } else {
      prices = ownPrices();
    }
    ownTurn = !ownTurn;
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
      own[j] *= priceBound / total;
    }
    return own;
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
