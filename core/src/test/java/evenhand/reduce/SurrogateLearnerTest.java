package evenhand.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.learner.LogisticRegression;
import evenhand.learner.WeightedLearner;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Learners that are no exact oracles, on rows they can't fit, beside the best mixture of a thousand
 * replies of theirs at prices of all directions and sizes.
 */
final class SurrogateLearnerTest {

  private static final int REPLIES = 1000;
  private static final int COLUMNS = 5;

  private final List<Double> excess = new ArrayList<>();

  @Test
  void logisticRegressionComesNearTheBestMixtureOfAThousandReplies() {
    for (int groups : new int[] {2, 4, 12}) {
      check(
          products(groups, 1000),
          LogisticRegression.defaults(),
          "demographic_parity:to_overall<=0.05");
      check(
          directions(groups, 1000),
          LogisticRegression.defaults(),
          "equalized_odds:to_overall<=0.05");
    }
    assertThat(excess.stream().mapToDouble(e -> e).average().orElseThrow()).isLessThan(0.005);
  }

  @Test
  void shallowTreesComeNearTheBestMixtureOfAThousandReplies() {
    for (int groups : new int[] {2, 4, 12}) {
      check(directions(groups, 2000), new ShallowTrees(2), "demographic_parity:to_overall<=0.05");
      check(directions(groups, 2000), new ShallowTrees(3), "equalized_odds:to_overall<=0.05");
    }
    assertThat(excess.stream().mapToDouble(e -> e).average().orElseThrow()).isLessThan(0.005);
  }

  private void check(Sample sample, WeightedLearner learner, String requirement) {
    Problem problem = Toys.problem(sample, requirement);
    Reduced reduced = ExponentiatedGradient.defaults().train(problem, learner, 1);
    double best = bestOfThousand(problem, learner);

    assertThat(reduced.infeasibility()).isEmpty();
    assertThat(reduced.standing().worst()).isLessThanOrEqualTo(1e-9);
    assertThat(reduced.standing().error())
        .as("%s, %s, %s", learner.name(), sample.groups().get(0).names(), requirement)
        .isLessThan(best + 0.01);
    excess.add(reduced.standing().error() - best);
  }

  private static double bestOfThousand(Problem problem, WeightedLearner learner) {
    List<Standing> replies = new ArrayList<>();
    PriceAxes axes = PriceAxes.of(problem);
    SpreadPoints points = new SpreadPoints(axes.size(), 7);
    double[] sizes = {0.5, 2, 8, 50};
    try (CheapestReply reply = new CheapestReply(problem, learner, 1)) {
      for (int k = 0; k < REPLIES; k++) {
        double[] point = k == 0 ? new double[axes.size()] : points.get(k);
        replies.add(reply.to(axes.prices(point, sizes[k % sizes.length])).standing());
      }
    }
    return MixtureProgram.within(replies, 1e-9).orElseThrow().value();
  }

  /** What counts is a product and a square of columns; base rates rise from group to group. */
  private static Sample products(int groups, int rows) {
    return sample(
        groups,
        rows,
        (group, x) -> 1.2 * x[0] * x[1] - 0.8 * x[2] * x[2] + 0.4 * x[3] + 2.4 * group - 1);
  }

  /** What counts points another way in every group; base rates rise from group to group. */
  private static Sample directions(int groups, int rows) {
    return sample(
        groups,
        rows,
        (group, x) ->
            Math.cos(9 * group) * x[0] + Math.sin(9 * group) * x[1] + x[2] + 2.4 * group - 1.7);
  }

  private interface Score {
    /**
     * @param group from 0 to 1
     */
    double of(double group, double[] x);
  }

  private static Sample sample(int groups, int rows, Score score) {
    SplittableRandom random = new SplittableRandom(groups);
    float[] values = new float[rows * COLUMNS];
    int[] labels = new int[rows];
    int[] codes = new int[rows];
    for (int i = 0; i < rows; i++) {
      boolean first = i < 8 * groups;
      codes[i] = first ? i % groups : (int) (groups * Math.pow(random.nextDouble(), 1.3));
      double group = (double) codes[i] / (groups - 1);
      double[] x = new double[COLUMNS];
      for (int j = 0; j < COLUMNS; j++) {
        x[j] = random.nextGaussian() + (j == 0 ? 2 * group - 1 : 0);
        x[j] += j == COLUMNS - 1 ? (codes[i] % 2 == 0 ? 0.8 : -0.8) : 0;
        values[i * COLUMNS + j] = (float) x[j];
      }
      double chance = 1 / (1 + Math.exp(-score.of(group, x)));
      labels[i] = first ? i / groups % 2 : random.nextDouble() < chance ? 1 : 0;
    }
    List<String> names = IntStream.range(0, groups).mapToObj(g -> "g" + g).toList();
    return Sample.of(
        new DenseMatrix(rows, COLUMNS, values), labels, List.of(new Groups("group", names, codes)));
  }
}
