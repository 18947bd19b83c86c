package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MultipliersTest {

  @Test
  void climbByTheRateOverAWholeTraining() {
    Multipliers multipliers = Multipliers.of(Multipliers.Kind.SGD, 5, 2);
    for (int step = 0; step < 100; step++) {
      multipliers.step(new double[] {0.2, 0.1}, 0.01);
    }

    assertThat(multipliers.values[0]).isCloseTo(5, within(1e-9));
    assertThat(multipliers.values[1]).isCloseTo(2.5, within(1e-9));
  }

  /** Adam's first steps on a constant gradient are the rate itself, whatever the gradient. */
  @Test
  void climbEvenlyByAdam() {
    Multipliers multipliers = Multipliers.of(Multipliers.Kind.ADAM, 5, 2);
    for (int step = 0; step < 100; step++) {
      multipliers.step(new double[] {0.2, 0.001}, 0.01);
    }

    assertThat(multipliers.values[0]).isCloseTo(5, within(1e-5));
    assertThat(multipliers.values[1]).isCloseTo(5, within(1e-3));
  }

  @Test
  void augmentedPricesFollowTheViolationAtOnceAndBecomeMultipliers() {
    Multipliers multipliers = Multipliers.of(Multipliers.Kind.AUGMENTED, 5, 1);
    multipliers.step(new double[] {0.2}, 0.01);

    // ρ = 0.2 · 5 / 0.2
    assertThat(multipliers.prices(new double[] {0.2})[0]).isCloseTo(1, within(1e-9));
    assertThat(multipliers.prices(new double[] {0.1})[0]).isCloseTo(0.5, within(1e-9));
    assertThat(multipliers.values[0]).isZero();

    multipliers.afterEpoch(new double[] {0.1});
    assertThat(multipliers.values[0]).isCloseTo(0.5, within(1e-9));
    multipliers.afterEpoch(new double[] {0.09});
    assertThat(multipliers.values[0]).isCloseTo(0.95, within(1e-9));
    // The violation did not halve: ρ doubles.
    assertThat(multipliers.prices(new double[] {0.1})[0]).isCloseTo(1.95, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(value = Multipliers.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "SWAP_REGRET")
  void areNeverBelowZero(Multipliers.Kind kind) {
    Multipliers multipliers = Multipliers.of(kind, 5, 2);
    multipliers.step(new double[] {0.1, -0.5}, 0.1);
    multipliers.step(new double[] {-0.9, -0.5}, 0.9);
    multipliers.afterEpoch(new double[] {-0.9, -0.5});

    assertThat(Arrays.stream(multipliers.values).min().orElseThrow()).isZero();
    assertThat(Arrays.stream(multipliers.prices(new double[] {-1, -1})).sum()).isNotNegative();
  }

  @Test
  void noRateOverflowsSwapRegret() {
    Multipliers multipliers = Multipliers.of(Multipliers.Kind.SWAP_REGRET, 1e9, 2);
    for (int step = 0; step < 5; step++) {
      multipliers.step(new double[] {1, -1}, 0.2);
    }
    assertThat(multipliers.lossWeight()).isBetween(0.0, 1.0);
    assertThat(multipliers.values[0]).isBetween(0.99, 1.0);
  }

  @Test
  void withoutSwapRegretTheLossAndThePricesShareOne() {
    Multipliers multipliers = Multipliers.of(Multipliers.Kind.SWAP_REGRET, 5, 2);
    assertThat(multipliers.values).containsExactly(new double[] {1 / 3.0, 1 / 3.0}, within(1e-15));
    for (int step = 0; step < 1000; step++) {
      multipliers.step(new double[] {0.2, -0.2}, 0.01);
    }

    assertThat(multipliers.lossWeight() + Arrays.stream(multipliers.values).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(multipliers.values[0]).isGreaterThan(0.9);
    assertThat(multipliers.values[1]).isBetween(0.0, 0.01);
  }

  /**
   * One step by hand: M ⊙ exp(η Δ λᵀ) from M = λ = 1/2, its columns scaled, is still of rank one.
   */
  @Test
  void aStepIsThatOfTheAlgorithm() {
    Multipliers multipliers = Multipliers.of(Multipliers.Kind.SWAP_REGRET, 3, 1);
    multipliers.step(new double[] {0.4}, 0.1);
    double gain = Math.exp(3 * 0.1 * 1 * 0.5);

    assertThat(multipliers.values[0]).isCloseTo(gain / (1 + gain), within(1e-12));
    assertThat(multipliers.lossWeight()).isCloseTo(1 / (1 + gain), within(1e-12));
  }

  /**
   * Against one who always breaks the inequality that costs least: had every play of one action
   * been another instead, hardly anything would have been won, and the less the longer the game.
   */
  @Test
  void swapRegretFalls() {
    double few = swapRegret(100);
    double many = swapRegret(10_000);

    assertThat(few).isLessThan(0.3);
    assertThat(many).isLessThan(few / 4);
  }

  private static double swapRegret(int rounds) {
    Multipliers multipliers =
        Multipliers.of(Multipliers.Kind.SWAP_REGRET, Math.sqrt(rounds * Math.log(3)), 2);
    double[][] instead = new double[3][3];
    for (int round = 0; round < rounds; round++) {
      double[] played = {multipliers.lossWeight(), multipliers.values[0], multipliers.values[1]};
      double[] broken = played[1] < played[2] ? new double[] {1, -1} : new double[] {-1, 1};
      double[] gains = {0, broken[0], broken[1]};
      for (int from = 0; from < 3; from++) {
        for (int to = 0; to < 3; to++) {
          instead[from][to] += played[from] * (gains[to] - gains[from]) / rounds;
        }
      }
      multipliers.step(broken, 1.0 / rounds);
    }
    double regret = 0;
    for (double[] from : instead) {
      regret += Arrays.stream(from).max().orElseThrow();
    }
    return regret;
  }
}
