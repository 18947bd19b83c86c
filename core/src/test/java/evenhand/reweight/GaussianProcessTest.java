package evenhand.reweight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class GaussianProcessTest {

  private static double hill(double[] place) {
    return Math.sin(place[0]) + 0.5 * place[1] * place[1];
  }

  @Test
  void knowsWhatItSawAndGuessesBetween() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] places = new double[60][];
    double[] values = new double[60];
    for (int i = 0; i < 60; i++) {
      places[i] = random.doubles(2, -2, 2).toArray();
      values[i] = hill(places[i]);
    }
    GaussianProcess process = GaussianProcess.of(places, values, 2);

    for (int i = 0; i < 60; i++) {
      assertThat(process.at(places[i]).mean()).isCloseTo(values[i], within(0.03));
    }
    for (int draw = 0; draw < 50; draw++) {
      double[] place = random.doubles(2, -1.5, 1.5).toArray();
      GaussianProcess.Belief belief = process.at(place);
      assertThat(belief.mean()).isCloseTo(hill(place), within(0.1));
      assertThat(belief.deviation()).isLessThan(0.2);
    }
    assertThat(process.at(new double[] {30, 30}).deviation()).isGreaterThan(0.5);
  }

  /** One value seen: the mean everywhere, and the more doubt the farther away. */
  @Test
  void aSingleValueIsNoTrend() {
    GaussianProcess process = GaussianProcess.of(new double[][] {{0}}, new double[] {3}, 1);

    assertThat(process.at(new double[] {5}).mean()).isEqualTo(3);
    assertThat(process.at(new double[] {5}).deviation())
        .isGreaterThan(process.at(new double[] {0.1}).deviation());
  }
}
