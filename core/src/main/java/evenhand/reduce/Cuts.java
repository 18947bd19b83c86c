package evenhand.reduce;

import evenhand.learner.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One scorer at several thresholds. A learner whose loss is not the error answers prices with a
 * score whose best threshold at these prices, or others, need not be one half; measuring them all
 * costs two passes over the rows and no fit.
 */
final class Cuts {

  /** Where a learner's own decisions are cut. */
  static final double USUAL = 0.5;

  private static final int BANDS = 32;
  private static final int LOOKED_AT = 2048;

  private final Problem problem;
  private final Scorer scorer;
  private final double[] scores;
  private final double[] thresholds;
  private final int[] level;

  private Cuts(Problem problem, Scorer scorer, double[] scores) {
    this.problem = problem;
    this.scorer = scorer;
    this.scores = scores;
    this.thresholds = even(scores);
    this.level = levels(scores, thresholds);
  }

  /**
   * @param scores of the scorer on the problem's rows, shape [n]
   * @param cost of accepting each row, shape [n]
   * @return at one half first, then half-way between distinct scores: about as many rows between
   *     any two, and where accepting costs least
   */
  static List<Hypothesis> of(Problem problem, Scorer scorer, double[] scores, double[] cost) {
    Cuts cuts = new Cuts(problem, scorer, scores);
    List<Hypothesis> all = cuts.even();
    double cheapest = cuts.cheapest(cost);
    if (Arrays.binarySearch(cuts.thresholds, cheapest) < 0) {
      all.add(at(problem, scorer, scores, cheapest));
    }
    return all;
  }

  /** One threshold alone. */
  static Hypothesis at(Problem problem, Scorer scorer, double[] scores, double threshold) {
    double[] decisions = new double[scores.length];
    for (int i = 0; i < decisions.length; i++) {
      decisions[i] = scores[i] >= threshold ? 1 : 0;
    }
    return new Hypothesis(scorer, threshold, problem.of(decisions));
  }

  private List<Hypothesis> even() {
    Standing[] standings = problem.of(level, thresholds.length + 1);
    List<Hypothesis> cuts = new ArrayList<>();
    for (int k = 0; k < thresholds.length; k++) {
      Hypothesis cut = new Hypothesis(scorer, thresholds[k], standings[k + 1]);
      cuts.add(thresholds[k] == USUAL ? 0 : cuts.size(), cut);
    }
    return cuts;
  }

  /** Ascending, all different, one half among them. */
  private static double[] even(double[] scores) {
    int stride = (scores.length - 1) / LOOKED_AT + 1;
    double[] sorted = new double[(scores.length - 1) / stride + 1];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = scores[i * stride];
    }
    Arrays.sort(sorted);
    double[] found = new double[BANDS];
    int count = 0;
    found[count++] = USUAL;
    int above = 0;
    for (int band = 1; band < BANDS; band++) {
      int at = Math.max(above + 1, (int) ((long) band * sorted.length / BANDS));
      while (at < sorted.length && sorted[at] == sorted[at - 1]) {
        at++;
      }
      if (at < sorted.length) {
        found[count++] = between(sorted[at - 1], sorted[at]);
        above = at;
      }
    }
    return Arrays.stream(found, 0, count).sorted().distinct().toArray();
  }

  /** Above the lower of two, and no higher than the other. */
  private static double between(double low, double high) {
    return low + (high - low) / 2 > low ? low + (high - low) / 2 : high;
  }

  /** Of each score the number of thresholds that are no higher. */
  private static int[] levels(double[] scores, double[] thresholds) {
    int[] from = new int[LOOKED_AT + 1];
    for (int b = 0; b <= LOOKED_AT; b++) {
      int at = Arrays.binarySearch(thresholds, (double) b / LOOKED_AT);
      from[b] = at >= 0 ? at + 1 : -at - 1;
    }
    int[] level = new int[scores.length];
    for (int i = 0; i < level.length; i++) {
      int at = from[(int) (scores[i] * LOOKED_AT)];
      while (at < thresholds.length && thresholds[at] <= scores[i]) {
        at++;
      }
      level[i] = at;
    }
    return level;
  }

  /** The cheapest of all thresholds between the neighbours of the cheapest even one. */
  private double cheapest(double[] cost) {
    int best = cheapestLevel(cost);
    double[] near = new double[scores.length];
    int count = 0;
    for (int i = 0; i < level.length; i++) {
      if (level[i] == best || level[i] == best - 1) {
        near[count++] = scores[i];
      }
    }
    double[] distinct = Arrays.stream(near, 0, count).sorted().distinct().toArray();
    double[] sums = new double[distinct.length];
    double usual = 0;
    for (int i = 0; i < level.length; i++) {
      if (level[i] == best || level[i] == best - 1) {
        sums[Arrays.binarySearch(distinct, scores[i])] += cost[i];
        usual += level[i] == best ? cost[i] : 0;
      }
    }
    double least = usual - Pool.NEGLIGIBLE;
    double cheapest = thresholds[best - 1];
    double sum = 0;
    for (int k = distinct.length - 1; k >= 1; k--) {
      sum += sums[k];
      if (sum < least) {
        least = sum;
        cheapest = between(distinct[k - 1], distinct[k]);
      }
    }
    return cheapest;
  }

  /** The even threshold, counted from 1, from which on accepting costs least. */
  private int cheapestLevel(double[] cost) {
    double[] sums = new double[thresholds.length + 1];
    for (int i = 0; i < level.length; i++) {
      sums[level[i]] += cost[i];
    }
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    int best = 1;
    for (int k = thresholds.length; k >= 1; k--) {
      sum += sums[k];
      if (sum < least) {
        least = sum;
        best = k;
      }
    }
    return best;
  }
}
