package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class JsonTest {

  @Test
  void doublesReadBackExactly() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 10_000; i++) {
      double value = random.nextDouble() * Math.pow(10, random.nextInt(-300, 300));
      assertThat(Double.parseDouble(Json.line(Json.number(value)))).isEqualTo(value);
    }
  }

  @Test
  void doublesAreAsShortAsCanBeOnEveryJdk() {
    assertThat(Json.line(Json.number(2.0E-3))).isEqualTo("0.002");
    assertThat(Json.line(Json.number(2.2250738585072014E-308))).hasSize(23);
  }

  @Test
  void wholeCountsAreIntegers() {
    assertThat(Json.line(Json.count(OptionalDouble.of(3)))).isEqualTo("3");
    assertThat(Json.line(Json.count(OptionalDouble.of(3.5)))).isEqualTo("3.5");
    assertThat(Json.line(Json.count(OptionalDouble.empty()))).isEqualTo("null");
  }

  @Test
  void refusesNumbersThatJsonCanNotHold() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> Json.number(value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Double.toString(value));
    }
  }

  @Test
  void linesEndTheSameOnEverySystem() {
    assertThat(Json.text(Json.texts(List.of("a", "b")))).isEqualTo("[\n  \"a\",\n  \"b\"\n]\n");
  }
}
