package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class NumbersTest {

  @Test
  void aValueIsNeverShownOnTheWrongSideOfItsBound() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 10_000; i++) {
      double bound = Math.round(random.nextDouble() * 100) / 100.0;
      double value = bound + random.nextDouble(-1, 1) * Math.pow(10, -random.nextInt(1, 7));
      if (Math.abs(value - bound) < 1e-8) {
        continue; // far below what any number of rows can tell
      }
      String shown = Numbers.against(value, bound).replace('−', '-');
      assertThat(Math.signum(Double.parseDouble(shown) - bound))
          .as("%s shown as %s beside %s", value, shown, bound)
          .isEqualTo(Math.signum(value - bound));
    }
  }

  @Test
  void againstTheBoundItselfHasFourDigits() {
    assertThat(Numbers.against(0.02, 0.02)).isEqualTo("0.0200");
    assertThat(Numbers.against(0.02003, 0.02)).isEqualTo("0.02003");
    assertThat(Numbers.against(0.0187, 0.02)).isEqualTo("0.0187");
  }

  @Test
  void signsAreTrueMinusesAndZeroHasNone() {
    assertThat(Numbers.change(-0.0107)).isEqualTo("−0.0107");
    assertThat(Numbers.change(0.0021)).isEqualTo("+0.0021");
    assertThat(Numbers.change(-0.00001)).isEqualTo("0.0000");
    assertThat(Numbers.change(0.00001)).isEqualTo("0.0000");
  }

  @Test
  void countsAreWholeUnlessWeighted() {
    assertThat(Numbers.count(16281)).isEqualTo("16,281");
    assertThat(Numbers.weight(16281)).isEqualTo("16,281");
    assertThat(Numbers.weight(8000.000000000003)).isEqualTo("8,000");
    assertThat(Numbers.weight(70.75)).isEqualTo("70.8");
  }

  @Test
  void largeNumbersNeedFewerDigits() {
    assertThat(Numbers.rate(0.18749)).isEqualTo("0.187");
    assertThat(Numbers.rate(-36.0437)).isEqualTo("−36.0");
    assertThat(Numbers.gap(44426.503)).isEqualTo("44,427");
    assertThat(Numbers.gapInterval(OptionalDouble.of(0.25), OptionalDouble.of(8009.3)))
        .isEqualTo("0–8,009");
  }

  @Test
  void undefinedIsADash() {
    assertThat(Numbers.gap(OptionalDouble.empty())).isEqualTo("—");
    assertThat(Numbers.interval(OptionalDouble.empty(), OptionalDouble.of(1))).isEmpty();
    assertThat(Numbers.interval(OptionalDouble.of(0.1), OptionalDouble.of(0.2)))
        .isEqualTo("0.100–0.200");
  }

  @Test
  void sharesArePercentages() {
    assertThat(Numbers.percent(0.95)).isEqualTo("95 %");
    assertThat(Numbers.percent(0.999)).isEqualTo("99.9 %");
    assertThat(Numbers.pValue(0.0004)).isEqualTo("< 0.001");
    assertThat(Numbers.pValue(0.0341)).isEqualTo("0.034");
  }
}
