package evenhand.reduce;

import evenhand.learner.Scorer;
import evenhand.learner.WeightedLearner;
import java.util.ArrayList;
import java.util.List;

/**
 * The learner's side of the game: answers prices with the cheapest classifier it can find, and
 * keeps every scorer it fitted, for each gives one classifier per threshold.
 */
final class Replies implements AutoCloseable {

  private static final int LEVELS = 1024;

  private final Problem problem;
  private final WeightedLearner.Fitting fitting;
  private final double total;
  private final List<Scored> scored = new ArrayList<>();

  /**
   * @param levels ⌊score · LEVELS⌋ of each row
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Scored(Scorer scorer, short[] levels) {}

  Replies(Problem problem, WeightedLearner learner, long seed) {
    this.problem = problem;
    this.fitting = learner.on(problem.sample().features(), seed);
    double sum = 0;
    for (double weight : problem.sample().weights()) {
      sum += weight;
    }
    this.total = sum;
  }

  int fits() {
    return scored.size();
  }

  /**
   * Fits at these prices: every row asks for the decision that is cheaper for it, with the weight
   * of what the other would cost. The weights add up to the sample's, so that a penalty of the
   * learner means the same at all prices.
   */
  Hypothesis fit(double[] prices) {
    double[] cost = problem.cost(prices);
    int[] wanted = new int[cost.length];
    double[] weights = new double[cost.length];
    double sum = 0;
    for (int i = 0; i < cost.length; i++) {
      wanted[i] = cost[i] < 0 ? 1 : 0;
      weights[i] = Math.abs(cost[i]);
      sum += weights[i];
    }
    for (int i = 0; i < cost.length; i++) {
      weights[i] *= total / sum;
    }
    Scorer scorer = fitting.fit(wanted, weights);
    scored.add(new Scored(scorer, levels(scorer.score(problem.sample().features()))));
    return at(scored.size() - 1, LEVELS / 2);
  }

  private static short[] levels(double[] scores) {
    short[] levels = new short[scores.length];
    for (int i = 0; i < scores.length; i++) {
      levels[i] = (short) (scores[i] * LEVELS);
    }
    return levels;
  }

  /** For each scorer fitted so far, its threshold that is cheapest at these prices. */
  List<Hypothesis> cheapest(double[] prices) {
    double[] cost = problem.cost(prices);
    List<Hypothesis> found = new ArrayList<>();
    for (int k = 0; k < scored.size(); k++) {
      found.add(at(k, cheapestLevel(scored.get(k).levels(), cost)));
    }
    return found;
  }

  private static int cheapestLevel(short[] levels, double[] cost) {
    double[] costOfLevel = new double[LEVELS + 2];
    for (int i = 0; i < cost.length; i++) {
      costOfLevel[levels[i]] += cost[i];
    }
    int best = LEVELS + 1;
    double least = 0;
    double accepted = 0;
    for (int level = LEVELS; level >= 0; level--) {
      accepted += costOfLevel[level];
      if (accepted < least) {
        least = accepted;
        best = level;
      }
    }
    return best;
  }

  private Hypothesis at(int index, int level) {
    Scored own = scored.get(index);
    double[] decisions = new double[own.levels().length];
    for (int i = 0; i < decisions.length; i++) {
      decisions[i] = own.levels()[i] >= level ? 1 : 0;
    }
    Standing standing =
        new Standing(problem.error(decisions), problem.constraint().violation(decisions));
    return new Hypothesis(own.scorer(), (double) level / LEVELS, standing);
  }

  @Override
  public void close() {
    fitting.close();
  }
}
