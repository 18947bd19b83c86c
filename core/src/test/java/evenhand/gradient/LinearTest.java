package evenhand.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LinearTest extends GradientAggregatorContract {

  @Override
  GradientAggregator aggregator(int players) {
    return Linear.mean(players);
  }

  @Test
  void meansAndSums() {
    assertThat(Linear.mean(4).weights()).containsExactly(.25, .25, .25, .25);
    assertThat(Linear.sum(2).weights()).containsExactly(1, 1);
  }

  @Test
  void refusesOtherNumbersOfPlayers() {
    assertThatThrownBy(() -> Linear.mean(3).weigh(Gramian.of(TORCHJD), new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 weights cannot weigh 2 gradients");
    assertThatThrownBy(() -> new Linear(new double[] {Double.NaN}))
        .hasMessage("need finite weights, got [NaN]");
  }
}
