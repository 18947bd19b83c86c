package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WassersteinDistanceTest extends ScoreLossContract {

  @Override
  ScoreLoss loss() {
    return new WassersteinDistance(Batches.ATTRIBUTE);
  }

  /**
   * scipy 1.17.1, {@code scipy.stats.wasserstein_distance([0, 1, 3], [5, 6, 8])} and {@code
   * wasserstein_distance([3.4, 3.9, 7.5, 7.8], [4.5, 1.4], [1.4, 0.9, 3.1, 7.2], [3.2, 3.5])}, the
   * examples of its documentation.
   */
  @Test
  void agreesWithScipy() {
    assertThat(of(new double[] {0, 1, 3, 5, 6, 8}, 3, 1, 1, 1, 1, 1, 1))
        .isCloseTo(5, within(1e-14));
    assertThat(of(new double[] {3.4, 3.9, 7.5, 7.8, 4.5, 1.4}, 4, 1.4, 0.9, 3.1, 7.2, 3.2, 3.5))
        .isCloseTo(4.078133143804785, within(1e-14));
  }

  private double of(double[] values, int first, double... weights) {
    int[] codes = new int[values.length];
    for (int i = first; i < codes.length; i++) {
      codes[i] = 1;
    }
    return loss()
        .of(
            new Predictions(
                values, values, weights, new Groups(Batches.ATTRIBUTE, List.of("a", "b"), codes)))
        .value();
  }

  @Test
  void aShiftOfOneGroupIsItsDistance() {
    Predictions twins = Batches.twins(20);
    double[] shifted = twins.values().clone();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] += twins.groups().codes()[i] == 1 ? 0.25 : 0;
    }

    assertThat(loss().of(twins).value()).isCloseTo(0, within(1e-15));
    assertThat(
            loss().of(new Predictions(shifted, shifted, twins.weights(), twins.groups())).value())
        .isCloseTo(0.25, within(1e-14));
  }

  /** Whichever way a tied row moves, the distance between two groups of one row each grows. */
  @Test
  void whereAllAreTiedNothingPulls() {
    double[] same = {0.5, 0.5, 0.5, 0.5};
    Loss.Evaluated tied =
        loss()
            .of(
                new Predictions(
                    same,
                    same,
                    new double[] {1, 1, 1, 1},
                    new Groups(Batches.ATTRIBUTE, List.of("a", "b"), new int[] {0, 1, 0, 1})));

    assertThat(tied.value()).isZero();
    assertThat(tied.slope()).containsOnly(0);
  }
}
