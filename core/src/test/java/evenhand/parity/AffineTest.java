package evenhand.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.metric.Statistic;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AffineTest {

  private static double value(Affine affine, double[] accepted) {
    double value = affine.constant();
    for (int cell = 0; cell < accepted.length; cell++) {
      value += affine.slope()[cell] * accepted[cell];
    }
    return value;
  }

  /** Of two groups with random weights, against the one definition of the rate. */
  @Test
  void everyLinearRateIsTheStatisticsOwn() {
    SplittableRandom random = new SplittableRandom(1);
    for (int sample = 0; sample < 50; sample++) {
      double[] total = random.doubles(4, 1, 9).toArray();
      double[] accepted = new double[4];
      for (int cell = 0; cell < 4; cell++) {
        accepted[cell] = random.nextDouble() * total[cell];
      }
      for (Statistic statistic : Statistic.values()) {
        if (!statistic.isLinear()) {
          continue;
        }
        for (int group = 0; group < 2; group++) {
          Affine rate = Affine.rate(statistic, total, group, group + 1);
          assertThat(value(Objects.requireNonNull(rate), accepted))
              .as("%s of group %d", statistic, group)
              .isCloseTo(of(statistic, total, accepted, group, group + 1), within(1e-12));
        }
        Affine pooled = Objects.requireNonNull(Affine.rate(statistic, total, 0, 2));
        assertThat(value(pooled, accepted))
            .as("%s of all", statistic)
            .isCloseTo(of(statistic, total, accepted, 0, 2), within(1e-12));
      }
    }
  }

  private static double of(
      Statistic statistic, double[] total, double[] accepted, int from, int to) {
    double[] cells = new double[4];
    for (int cell = 2 * from; cell < 2 * to; cell++) {
      int label = cell % 2;
      cells[2 * label] += total[cell] - accepted[cell];
      cells[2 * label + 1] += accepted[cell];
    }
    return statistic.of(cells).value().orElseThrow();
  }

  @Test
  void aRateWithoutRowsIsNone() {
    double[] noPositives = {5, 0, 5, 5};
    assertThat(Affine.rate(Statistic.TRUE_POSITIVE_RATE, noPositives, 0, 1)).isNull();
    assertThat(Affine.rate(Statistic.TRUE_POSITIVE_RATE, noPositives, 0, 2)).isNotNull();
    assertThat(Affine.rate(Statistic.SELECTION_RATE, noPositives, 0, 1)).isNotNull();
  }

  @Test
  void combinesAsNumbersDo() {
    Affine one = new Affine(new double[] {1, 2}, 3);
    Affine other = new Affine(new double[] {10, 20}, 30);
    double[] accepted = {0.5, 0.25};
    assertThat(value(one.minus(other, 4, 0.5), accepted))
        .isEqualTo(4 * value(one, accepted) - 0.5 * value(other, accepted));
    assertThat(value(one.plus(7), accepted)).isEqualTo(value(one, accepted) + 7);
  }
}
