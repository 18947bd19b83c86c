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
  @EnumSource(Multipliers.Kind.class)
  void areNeverBelowZero(Multipliers.Kind kind) {
    Multipliers multipliers = Multipliers.of(kind, 5, 2);
    multipliers.step(new double[] {0.1, -0.5}, 0.1);
    multipliers.step(new double[] {-0.9, -0.5}, 0.9);
    multipliers.afterEpoch(new double[] {-0.9, -0.5});

    assertThat(Arrays.stream(multipliers.values).min().orElseThrow()).isZero();
    assertThat(Arrays.stream(multipliers.prices(new double[] {-1, -1})).sum()).isNotNegative();
  }
}
