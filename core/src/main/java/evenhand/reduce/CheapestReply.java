package evenhand.reduce;

import evenhand.learner.Scorer;
import evenhand.learner.WeightedLearner;

/** The learner's side of the game: answers prices with a classifier that is cheap at them. */
final class CheapestReply implements AutoCloseable {

  private static final double THRESHOLD = 0.5;

  private final Problem problem;
  private final WeightedLearner.Fitting fitting;
  private int fits;

  CheapestReply(Problem problem, WeightedLearner learner, long seed) {
    this.problem = problem;
    this.fitting = learner.on(problem.sample().features(), seed);
  }

  int fits() {
    return fits;
  }

  /**
   * Fits at these prices: every row asks for the decision that is cheaper for it, with the weight
   * of what the other would cost more (Agarwal et al. 2018, section 3.2). The weights add up to the
   * sample's, so that a penalty of the learner means the same at all prices.
   */
  Hypothesis to(double[] prices) {
    double[] cost = problem.cost(prices);
    int[] wanted = new int[cost.length];
    double[] weights = new double[cost.length];
    double sum = 0;
    for (int i = 0; i < cost.length; i++) {
      wanted[i] = cost[i] < 0 ? 1 : 0;
      weights[i] = Math.abs(cost[i]);
      sum += weights[i];
    }
    double scale = problem.totalWeight() / sum;
    for (int i = 0; i < cost.length; i++) {
      weights[i] *= scale;
    }
    fits++;
    Scorer scorer = fitting.fit(wanted, weights);
    double[] decisions = scorer.score(problem.sample().features());
    for (int i = 0; i < decisions.length; i++) {
      decisions[i] = decisions[i] >= THRESHOLD ? 1 : 0;
    }
    return new Hypothesis(scorer, THRESHOLD, problem.of(decisions));
  }

  @Override
  public void close() {
    fitting.close();
  }
}
