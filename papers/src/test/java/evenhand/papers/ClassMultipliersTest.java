package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ClassMultipliersTest {

  @Test
  void aClassThatIsToldWorseThanAllRowsWeighsMore() {
    ClassMultipliers multipliers = new ClassMultipliers(new int[] {0, 0, 1, 1, 2}, 3);
    double[] weights = multipliers.weights();
    assertThat(weights).containsOnly(1);

    multipliers.saw(new int[] {0, 2}, new boolean[] {true, false});
    multipliers.saw(new int[] {1, 3}, new boolean[] {true, true});
    multipliers.move();

    // Recalls 1 and 1/2, overall 3/4; class 2 was not shown.
    assertThat(weights[0]).isEqualTo(weights[1]).isCloseTo(Math.exp(-0.25), within(1e-12));
    assertThat(weights[2]).isEqualTo(weights[3]).isCloseTo(Math.exp(0.25), within(1e-12));
    assertThat(weights[4]).isEqualTo(1);
  }

  @Test
  void everyPassIsCountedAnewAndMovesAddUp() {
    ClassMultipliers multipliers = new ClassMultipliers(new int[] {0, 1}, 2);
    for (int pass = 0; pass < 3; pass++) {
      multipliers.saw(new int[] {0, 1}, new boolean[] {true, false});
      multipliers.move();
    }

    assertThat(multipliers.weights()[1]).isCloseTo(Math.exp(1.5), within(1e-12));
    multipliers.saw(new int[] {0, 1}, new boolean[] {true, true});
    multipliers.move();
    assertThat(multipliers.weights()[1]).isCloseTo(Math.exp(1.5), within(1e-12));
  }
}
