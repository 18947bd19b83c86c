package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.parity.Comparison;
import evenhand.parity.Gap;
import evenhand.parity.Parity;
import evenhand.parity.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class SpanTest {

  private static final List<String> REQUIREMENTS =
      List.of(
          "demographic_parity<=%s@g",
          "demographic_parity:to_overall<=%s@g",
          "demographic_parity:ratio>=%s@g",
          "demographic_parity:to_overall:ratio>=%s@g",
          "bounded_group_loss<=%s@g");

  /** The picture must never contradict the verdict. */
  @Test
  void everyGroupIsInsideExactlyWhenTheRequirementIsMet() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 2000; i++) {
      double bound = Math.round(random.nextDouble(0.01, 1) * 100) / 100.0;
      String text = REQUIREMENTS.get(i % REQUIREMENTS.size()).formatted(bound);
      Requirement requirement = Requirement.parse(text);
      double[] rates = random.doubles(2 + random.nextInt(4), 0.01, 1).toArray();
      double overall = DoubleStream.of(rates).average().orElseThrow();
      double gap =
          Gap.of(rates, overall, requirement.comparison(), requirement.kind()).orElseThrow();
      Span allowed = Span.allowed(requirement, rates, overall).orElseThrow();
      boolean inside =
          DoubleStream.of(rates)
              .allMatch(rate -> allowed.low() - 1e-9 <= rate && rate <= allowed.high() + 1e-9);
      assertThat(inside).as("%s of %s", text, rates).isEqualTo(requirement.isMetBy(gap));
    }
  }

  @Test
  void aRatioOfZeroToOverallAllowsEverything() {
    Requirement nothing = Requirement.parse("demographic_parity:to_overall:ratio>=0@g");
    assertThat(Span.allowed(nothing, new double[] {0.1, 0.2}, 0.15)).isEmpty();
  }

  @Test
  void betweenNoGroupsThereIsNothingToAllow() {
    Requirement requirement = Requirement.parse("demographic_parity<=0.1@g").of("g");
    assertThat(requirement.comparison()).isEqualTo(Comparison.BETWEEN_GROUPS);
    assertThat(requirement.parity()).isEqualTo(Parity.DEMOGRAPHIC_PARITY);
    assertThat(Span.allowed(requirement, new double[0], 0.5)).isEmpty();
  }

  @Test
  void anAxisHoldsEveryInterval() {
    Cells cells = new Cells("a", 50, 10, 10, 30);
    Span axis = Span.around(List.copyOf(cells.audit().metrics().values()));
    cells
        .audit()
        .metrics()
        .values()
        .forEach(
            m -> {
              assertThat(m.low().orElseThrow()).isGreaterThanOrEqualTo(axis.low());
              assertThat(m.high().orElseThrow()).isLessThanOrEqualTo(axis.high());
            });
    assertThat(Span.around(List.of())).isEqualTo(new Span(0, 1));
  }

  @Test
  void needsBothEnds() {
    assertThat(Span.between(OptionalDouble.of(1), OptionalDouble.empty())).isEmpty();
    assertThat(Span.between(OptionalDouble.of(1), OptionalDouble.of(2)))
        .isEqualTo(Optional.of(new Span(1, 2)));
  }
}
