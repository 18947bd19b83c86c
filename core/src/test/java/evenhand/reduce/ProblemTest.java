package evenhand.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Sample;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ProblemTest {

  @Test
  void costsAddUpToTheLagrangian() {
    SplittableRandom random = new SplittableRandom(1);
    for (int seed = 0; seed < 50; seed++) {
      Sample sample = Toys.random(seed, 80, 7);
      for (String requirement : ReductionContract.REQUIREMENTS) {
        Problem problem = Toys.problem(sample, requirement);
        double[] prices = random.doubles(problem.constraint().size(), 0, 3).toArray();
        double[] decisions = random.doubles(80).toArray();
        double[] cost = problem.cost(prices);
        double expected = problem.of(new double[80]).lagrangian(prices);
        for (int i = 0; i < 80; i++) {
          expected += cost[i] * decisions[i];
        }
        assertThat(problem.of(decisions).lagrangian(prices)).isCloseTo(expected, within(1e-12));
      }
    }
  }

  @Test
  void theErrorIsTheWeightDecidedWrongly() {
    Sample sample = Toys.random(3, 80, 7);
    Problem problem = Toys.problem(sample, "demographic_parity<=0.1");
    double[] half = new double[80];
    java.util.Arrays.fill(half, 0.5);
    double positive = 0;
    double total = 0;
    for (int i = 0; i < 80; i++) {
      positive += sample.weights()[i] * sample.labels()[i];
      total += sample.weights()[i];
    }

    assertThat(problem.of(half).error()).isCloseTo(0.5, within(1e-12));
    assertThat(problem.of(new double[80]).error()).isCloseTo(positive / total, within(1e-12));
  }

  @Test
  void aSmallGroupIsReachedByASmallPrice() {
    Problem problem = Toys.problem(Toys.random(5, 400, 7), "equal_opportunity:to_overall<=0.1");

    double[] reach = problem.reach();

    assertThat(reach).hasSize(problem.constraint().size());
    for (double each : reach) {
      assertThat(each).isBetween(1.0, 400.0);
    }
  }
}
