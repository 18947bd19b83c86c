package evenhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.GoldenTables;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class IntervalTest {

  /** statsmodels 0.13.5, {@code proportion_confint(method='wilson')}: see {@link GoldenTables}. */
  @Test
  void wilsonAgreesWithStatsmodels() {
    JsonNode golden = GoldenTables.json("tests.json").get("wilson");
    assertThat(golden).hasSizeGreaterThan(10);
    for (JsonNode one : golden) {
      double trials = one.get("trials").asDouble();
      Interval ours = Interval.wilson(new Rate(one.get("hits").asDouble(), trials), trials, 0.95);
      assertThat(ours.low()).isCloseTo(one.get("low").asDouble(), within(1e-9));
      assertThat(ours.high()).isCloseTo(one.get("high").asDouble(), within(1e-9));
    }
  }

  @Test
  void wilsonHoldsTheRateAndStaysWithinZeroAndOne() {
    SplittableRandom random = new SplittableRandom(2);
    for (int sample = 0; sample < 500; sample++) {
      double trials = random.nextDouble() * 100;
      Rate rate = new Rate(trials * random.nextInt(5) / 4, trials);
      Interval interval = Interval.wilson(rate, 0.01 + random.nextDouble() * 50, 0.95);
      assertThat(interval.contains(rate.value().orElseThrow())).isTrue();
      assertThat(interval.low()).isGreaterThanOrEqualTo(0);
      assertThat(interval.high()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void fewerEffectiveRowsAreLessSure() {
    Interval all = Interval.wilson(new Rate(30, 100), 100, 0.95);
    Interval half = Interval.wilson(new Rate(30, 100), 50, 0.95);
    assertThat(half.low()).isLessThan(all.low());
    assertThat(half.high()).isGreaterThan(all.high());
  }

  @Test
  void normalReachesToBothSides() {
    Interval interval = Interval.normal(2, 0.5, 0.95);
    assertThat(interval.low()).isCloseTo(2 - 0.5 * 1.959963984540054, within(1e-12));
    assertThat(interval.high()).isCloseTo(2 + 0.5 * 1.959963984540054, within(1e-12));
  }

  @Test
  void aroundClipsButKeepsTheValue() {
    assertThat(new Interval(-1, 2).around(0.5, 0, 1)).isEqualTo(new Interval(0, 1));
    assertThat(new Interval(0.2, 0.3).around(0.5, 0, 1)).isEqualTo(new Interval(0.2, 0.5));
    assertThat(new Interval(0.6, 0.7).around(0.5, 0, 1)).isEqualTo(new Interval(0.5, 0.7));
  }

  @Test
  void refusesEndsThatAreNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(0, Double.POSITIVE_INFINITY));
  }
}
