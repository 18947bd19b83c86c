package evenhand.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ScalarizationTest {

  @Test
  void weightsAreTheDerivatives() {
    List<Scalarization> all =
        List.of(
            new MinMax(),
            new GeneralizedMean(1),
            new GeneralizedMean(-1),
            new GeneralizedMean(0),
            new GeneralizedMean(4),
            new GeneralizedMean(-2.5));
    for (Scalarization scalarization : all) {
      for (int seed = 0; seed < 50; seed++) {
        double[] losses = new SplittableRandom(seed).doubles(5, 0.2, 3).toArray();
        double[] weights = scalarization.at(losses).weights();
        for (int i = 0; i < losses.length; i++) {
          double[] up = losses.clone();
          double[] down = losses.clone();
          up[i] += 1e-6;
          down[i] -= 1e-6;
          double slope = (scalarization.value(up) - scalarization.value(down)) / 2e-6;
          assertThat(weights[i]).isCloseTo(slope, within(1e-8));
        }
      }
    }
  }

  @Test
  void namedMeans() {
    double[] losses = {1, 4};

    assertThat(new GeneralizedMean(1).value(losses)).isEqualTo(2.5);
    assertThat(new GeneralizedMean(0).value(losses)).isCloseTo(2, within(1e-12));
    assertThat(new GeneralizedMean(-1).value(losses)).isCloseTo(1.6, within(1e-12));
    assertThat(new MinMax().value(losses)).isEqualTo(4);
  }

  @Test
  void extremePowersApproachTheExtremes() {
    double[] losses = {1e-3, 2, 700};

    assertThat(new GeneralizedMean(1000).value(losses)).isCloseTo(700, within(1.0));
    assertThat(new GeneralizedMean(-1000).value(losses)).isCloseTo(1e-3, within(1e-5));
  }

  @Test
  void tiesShare() {
    assertThat(new MinMax().at(new double[] {2, 1, 2}).weights()).containsExactly(.5, 0, .5);
  }

  @Test
  void refusesLossesOfZero() {
    assertThatThrownBy(() -> new GeneralizedMean(-1).at(new double[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a generalized mean needs losses above 0, loss 1 is 0.0");
    assertThatThrownBy(() -> new GeneralizedMean(Double.NaN))
        .hasMessage("the power must be finite, was NaN");
  }
}
