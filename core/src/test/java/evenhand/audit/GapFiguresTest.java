package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.audit.GapFigures.Drawn;
import evenhand.metric.Interval;
import evenhand.parity.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class GapFiguresTest {

  private static double[] all(double error) {
    double[] errors = new double[100];
    Arrays.fill(errors, error);
    return errors;
  }

  private static GapFigures known(double gap, double centre, double error, double highest) {
    return new GapFigures(
        OptionalDouble.of(gap),
        Optional.empty(),
        Optional.of("a and b"),
        Optional.of(new Drawn(centre, all(error), 0, highest)),
        Optional.empty());
  }

  @Test
  void differencesReachToBothSidesWithinTheirRange() {
    assertThat(known(0.3, 0, 0.1, 1).interval(Kind.DIFFERENCE, 0.95))
        .hasValueSatisfying(
            interval -> {
              assertThat(interval.low()).isCloseTo(0.2, within(1e-12));
              assertThat(interval.high()).isCloseTo(0.4, within(1e-12));
            });
    assertThat(known(0.05, 0, 0.1, 0.12).interval(Kind.DIFFERENCE, 0.95))
        .hasValue(new Interval(0, 0.12));
  }

  @Test
  void ratiosReachByAFactorAndHoldTheirValue() {
    assertThat(known(0.5, 0.5, Math.log(1.25), 1).interval(Kind.RATIO, 0.95))
        .hasValueSatisfying(
            interval -> {
              assertThat(interval.low()).isCloseTo(0.4, within(1e-12));
              assertThat(interval.high()).isCloseTo(0.625, within(1e-12));
            });
    assertThat(known(0, 0.02, Math.log(4), 1).interval(Kind.RATIO, 0.95))
        .as("a ratio of 0, from a group that nobody of was selected")
        .hasValueSatisfying(
            interval -> {
              assertThat(interval.low()).isZero();
              assertThat(interval.high()).isCloseTo(0.08, within(1e-12));
            });
  }

  @Test
  void theWorseOfTwoErrsAsTheWorseOfTheirErrors() {
    GapFigures small = known(0.1, 0, 0.2, 1);
    GapFigures large = known(0.3, 0, 0.05, 1);
    GapFigures worst = GapFigures.worst(List.of(small, large), Kind.DIFFERENCE);
    assertThat(worst.value()).hasValue(0.3);
    assertThat(worst.interval(Kind.DIFFERENCE, 0.95).orElseThrow().low())
        .isCloseTo(0.1, within(1e-12));
    assertThat(GapFigures.worst(List.of(small, large), Kind.RATIO).value()).hasValue(0.1);
  }

  @Test
  void theWorseOfAKnownAndAnUnknownIsUnknownButBoundedByTheKnown() {
    GapFigures worst =
        GapFigures.worst(
            List.of(GapFigures.none("there is only one group"), known(0.3, 0, 0.1, 1)),
            Kind.DIFFERENCE);
    assertThat(worst.value()).isEmpty();
    assertThat(worst.reason()).hasValue("there is only one group");
    assertThat(worst.amongSufficient()).hasValue(0.3);
    assertThat(worst.interval(Kind.DIFFERENCE, 0.95)).isEmpty();
  }

  @Test
  void withoutDrawsThereIsNoInterval() {
    GapFigures figures =
        new GapFigures(
            OptionalDouble.of(0.3),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Measurement.NO_ERROR));
    assertThat(figures.value()).hasValue(0.3);
    assertThat(figures.interval(Kind.DIFFERENCE, 0.95)).isEmpty();
    assertThat(figures.withoutInterval()).hasValue(Measurement.NO_ERROR);
  }
}
