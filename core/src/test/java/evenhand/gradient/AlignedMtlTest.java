package evenhand.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class AlignedMtlTest extends GradientAggregatorContract {

  @Override
  GradientAggregator aggregator(int players) {
    return new AlignedMtl();
  }

  /** TorchJD 2883f734, tests/unit/aggregation/test_values.py, to its four digits. */
  @Test
  void agreesWithTorchJd() {
    assertThat(agreed(TORCHJD)).containsExactly(new double[] {0.5591, 0.4083}, within(6e-5));
  }
}
