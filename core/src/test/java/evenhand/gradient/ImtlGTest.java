package evenhand.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ImtlGTest extends GradientAggregatorContract {

  @Override
  GradientAggregator aggregator(int players) {
    return new ImtlG();
  }

  /** TorchJD 2883f734, tests/unit/aggregation/test_values.py, to its four digits. */
  @Test
  void agreesWithTorchJd() {
    assertThat(agreed(TORCHJD)).containsExactly(new double[] {0.5923, 0.4077}, within(6e-5));
  }
}
