package evenhand.reduce;

import evenhand.learner.Scorer;
import evenhand.learner.WeightedLearner;
import java.util.List;

/** The learner's side of the game: answers prices with a classifier that is cheap at them. */
final class CheapestReply implements AutoCloseable {

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
    Scorer scorer = fit(problem.cost(prices));
    double[] scores = scorer.score(problem.sample().features());
    return Cuts.at(problem, scorer, scores, Cuts.USUAL);
  }

  /** The same scorer at one half, and then at other thresholds. */
  List<Hypothesis> cutTo(double[] prices) {
    double[] cost = problem.cost(prices);
    Scorer scorer = fit(cost);
    return Cuts.of(problem, scorer, scorer.score(problem.sample().features()), cost);
  }

  private Scorer fit(double[] cost) {
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
    return fitting.fit(wanted, weights);
  }

  @Override
  public void close() {
    fitting.close();
  }
}
