package evenhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class StatisticTest {

  /** tn, fp, fn, tp; the rates are worked out by hand. */
  private static final double[] CELLS = {5, 3, 2, 10};

  @ParameterizedTest
  @CsvSource({
    "SELECTION_RATE, selection_rate, 13, 20",
    "BASE_RATE, base_rate, 12, 20",
    "TRUE_POSITIVE_RATE, true_positive_rate, 10, 12",
    "FALSE_POSITIVE_RATE, false_positive_rate, 3, 8",
    "TRUE_NEGATIVE_RATE, true_negative_rate, 5, 8",
    "FALSE_NEGATIVE_RATE, false_negative_rate, 2, 12",
    "ACCURACY, accuracy, 15, 20",
    "ERROR_RATE, error_rate, 5, 20",
    "PRECISION, precision, 10, 13"
  })
  void countsAsItsFormulaSays(Statistic statistic, String id, double hits, double trials) {
    assertThat(statistic.id()).isEqualTo(id);
    assertThat(statistic.of(CELLS)).isEqualTo(new Rate(hits, trials));
  }

  @ParameterizedTest
  @EnumSource
  void nothingCountedIsNoRate(Statistic statistic) {
    assertThat(statistic.of(new double[4])).isEqualTo(Rate.NONE);
  }

  @Test
  void complementsAddUpToOne() {
    SplittableRandom random = new SplittableRandom(1);
    for (int sample = 0; sample < 100; sample++) {
      double[] cells = random.doubles(4, 0.1, 9).toArray();
      assertThat(sum(cells, Statistic.TRUE_POSITIVE_RATE, Statistic.FALSE_NEGATIVE_RATE))
          .isCloseTo(1, within(1e-12));
      assertThat(sum(cells, Statistic.FALSE_POSITIVE_RATE, Statistic.TRUE_NEGATIVE_RATE))
          .isCloseTo(1, within(1e-12));
      assertThat(sum(cells, Statistic.ACCURACY, Statistic.ERROR_RATE)).isCloseTo(1, within(1e-12));
    }
  }

  private static double sum(double[] cells, Statistic... statistics) {
    return Arrays.stream(statistics).mapToDouble(one -> one.of(cells).value().orElseThrow()).sum();
  }

  /** Linear means: the denominator is the same whatever is decided. */
  @ParameterizedTest
  @EnumSource
  void linearStatisticsCountRowsByLabelAlone(Statistic statistic) {
    boolean byLabel =
        statistic.counts(0, 0) == statistic.counts(0, 1)
            && statistic.counts(1, 0) == statistic.counts(1, 1);
    assertThat(statistic.isLinear()).isEqualTo(byLabel);
  }
}
