package evenhand.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PcgradTest extends GradientAggregatorContract {

  @Override
  GradientAggregator aggregator(int players) {
    return new Pcgrad();
  }

  @Override
  int playersWithoutOrder() {
    return 2;
  }

  /** TorchJD 2883f734, tests/unit/aggregation/test_values.py, to its four digits. */
  @Test
  void agreesWithTorchJd() {
    assertThat(agreed(TORCHJD)).containsExactly(new double[] {2.2222, 1.5789}, within(6e-5));
  }
}
