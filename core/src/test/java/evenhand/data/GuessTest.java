package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GuessTest {

  private static final List<String> NAMES =
      List.of("plain", "reduction", "grid", "threshold", "sex", "xgboost", "adult", "age");

  @Test
  void aSlipOfTheFingerIsUnderstood() {
    assertThat(Guess.of("reducton", NAMES)).contains("reduction");
    assertThat(Guess.of("Sex", NAMES)).contains("sex");
    assertThat(Guess.of("sxe", NAMES)).contains("sex");
    assertThat(Guess.of("xgbost", NAMES)).contains("xgboost");
    assertThat(Guess.of("adlt", NAMES)).contains("adult");
  }

  @Test
  void anotherWordIsNot() {
    assertThat(Guess.of("income", NAMES)).isEmpty();
    assertThat(Guess.of("", NAMES)).isEmpty();
    assertThat(Guess.of("x", NAMES)).isEmpty();
    assertThat(Guess.of("red", List.of())).isEmpty();
    assertThat(Guess.of("a".repeat(100_000), List.of("a".repeat(100_001)))).isEmpty();
  }

  @Test
  void theNearestIsMeant() {
    assertThat(Guess.of("weight", List.of("height", "weights", "eight"))).contains("height");
    assertThat(Guess.hint("grib", NAMES)).isEqualTo("; did you mean grid?");
    assertThat(Guess.hint("income", NAMES)).isEmpty();
  }
}
