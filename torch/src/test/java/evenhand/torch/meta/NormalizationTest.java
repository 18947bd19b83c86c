package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class NormalizationTest {

  @Test
  void whatHarmsCountsNothing() {
    assertThat(Normalization.SUM.weights(new double[] {3, -2, 1})).containsExactly(0.75, 0, 0.25);
  }

  @Test
  void squaresAddUpToOne() {
    double[] weights = Normalization.EUCLIDEAN.weights(new double[] {3, -2, 4});

    assertThat(weights).containsExactly(0.6, 0, 0.8);
    assertThat(Arrays.stream(weights).map(w -> w * w).sum()).isCloseTo(1, within(1e-15));
  }

  @Test
  void whereNoRowHelpsNoneCounts() {
    for (Normalization each : Normalization.values()) {
      assertThat(each.weights(new double[] {-1, 0})).containsExactly(0, 0);
    }
  }
}
