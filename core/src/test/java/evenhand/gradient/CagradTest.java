package evenhand.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CagradTest extends GradientAggregatorContract {

  @Override
  GradientAggregator aggregator(int players) {
    return new Cagrad(0.5);
  }

  /** TorchJD 2883f734, tests/unit/aggregation/test_values.py, to its four digits. */
  @Test
  void agreesWithTorchJd() {
    assertThat(agreed(TORCHJD)).containsExactly(new double[] {0.7041, 0.5000}, within(6e-5));
  }
}
