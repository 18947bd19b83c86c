package evenhand.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every constraint keeps, on random samples. */
abstract class ConstraintContract {

  private static final int SAMPLES = 40;

  /**
   * The constraint under test, bound to a sample with the attributes {@code sex} and {@code race}.
   */
  abstract Constraint on(Sample sample);

  /** n rows of random labels, groups and weights; every label comes in every group. */
  static Sample sample(SplittableRandom random) {
    int n = 40 + random.nextInt(60);
    int[] labels = IntStream.range(0, n).map(i -> i < 10 ? i % 2 : random.nextInt(2)).toArray();
    double[] weights = random.doubles(n, 0.1, 2).toArray();
    int[] sex = IntStream.range(0, n).map(i -> i < 10 ? i / 2 % 2 : random.nextInt(2)).toArray();
    int[] race = IntStream.range(0, n).map(i -> i < 10 ? i / 2 % 3 : random.nextInt(3)).toArray();
    return new Sample(
        new DenseMatrix(n, 0, new float[0]),
        labels,
        weights,
        random.doubles(n, 0.1, 2).toArray(),
        List.of(
            new Groups("sex", List.of("F", "M"), sex),
            new Groups("race", List.of("a", "b", "c"), race)));
  }

  @Test
  final void costAndViolationAreAdjoint() {
    SplittableRandom random = new SplittableRandom(1);
    for (int s = 0; s < SAMPLES; s++) {
      Sample sample = sample(random);
      Constraint constraint = on(sample);
      double[] prices = random.doubles(constraint.size(), 0, 3).toArray();
      double[] decisions = random.doubles(sample.size()).toArray();
      assertThat(dot(prices, constraint.violation(decisions)))
          .isCloseTo(
              dot(constraint.cost(prices), decisions)
                  + dot(prices, constraint.violation(new double[sample.size()])),
              within(1e-9));
    }
  }

  @Test
  final void freePricesCostNothing() {
    Sample sample = sample(new SplittableRandom(2));
    Constraint constraint = on(sample);
    assertThat(constraint.cost(new double[constraint.size()])).containsOnly(0);
  }

  @Test
  final void violationIsAffineInTheDecisions() {
    SplittableRandom random = new SplittableRandom(3);
    for (int s = 0; s < SAMPLES; s++) {
      Sample sample = sample(random);
      Constraint constraint = on(sample);
      double[] one = random.doubles(sample.size()).toArray();
      double[] other = random.doubles(sample.size()).toArray();
      double share = random.nextDouble();
      double[] expected = mix(constraint.violation(one), constraint.violation(other), share);
      assertThat(constraint.violation(mix(one, other, share)))
          .containsExactly(expected, within(1e-9));
    }
  }

  @Test
  final void everyInequalityHasItsOwnLabel() {
    Constraint constraint = on(sample(new SplittableRandom(4)));
    assertThat(constraint.size()).isPositive();
    assertThat(constraint.labels()).hasSize(constraint.size()).doesNotHaveDuplicates();
  }

  private static double[] mix(double[] one, double[] other, double share) {
    return IntStream.range(0, one.length)
        .mapToDouble(i -> share * one[i] + (1 - share) * other[i])
        .toArray();
  }

  static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  static double largest(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
