package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.tables.ReadOptions.Whitespace;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTest {

  private static final Text USUAL = new Text(ReadOptions.defaults());

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "+2.5", ".5", "5.", "1e5", "-1.5E-300", "inf", "-Infinity", "NaN"})
  void numbers(String text) {
    assertThat(USUAL.isNumber(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "-", "1e", "e5", "1_000", "1,5", "0x1F", "1d", "1 2", "١", "infin", "--1"
      })
  void notNumbers(String text) {
    assertThat(USUAL.isNumber(text)).isFalse();
  }

  @Test
  void cleansBySpaceAndTokens() {
    assertThat(USUAL.clean(" a b\t\r\n")).contains("a b");
    assertThat(USUAL.clean(" NA ")).isEmpty();
    assertThat(USUAL.clean("   ")).isEmpty();
    Text kept =
        new Text(ReadOptions.defaults().withWhitespace(Whitespace.KEPT).withMissing(Set.of("-")));
    assertThat(kept.clean(" ")).contains(" ");
    assertThat(kept.clean("-")).isEmpty();
    assertThat(kept.clean("")).isEmpty();
    assertThat(kept.clean("NA")).contains("NA");
  }

  @Test
  void aDecimalCommaTakesThePlaceOfThePoint() {
    Text comma = new Text(ReadOptions.defaults().withDecimal(','));
    assertThat(comma.isNumber("-1234,56")).isTrue();
    assertThat(comma.number("-1234,56")).isEqualTo(-1234.56);
    assertThat(comma.number("5,")).isEqualTo(5);
    assertThat(comma.number("1,5e3")).isEqualTo(1500);
    assertThat(comma.isNumber("12")).isTrue();
    assertThat(comma.isNumber("1.5")).isFalse();
    assertThat(comma.isNumber("1.234")).isFalse();
    assertThat(comma.isNumber("0.123,5")).isFalse();
    assertThat(comma.isNumber("1.23,5")).isFalse();
    assertThat(comma.isNumber("1.234,5")).isTrue();
    assertThat(comma.number("-1.234,5")).isEqualTo(-1234.5);
    assertThat(comma.isNumber("1.234.567")).isTrue();
    assertThat(comma.number("1.234.567")).isEqualTo(1234567);
    assertThat(USUAL.isNumber("1,5")).isFalse();
  }

  @Test
  void equalValuesAreSpelledAlike() {
    assertThat(USUAL.clean("\u00a0True ")).contains("true");
    assertThat(USUAL.clean("Jose\u0301")).contains("Jos\u00e9");
    assertThat(new Text(ReadOptions.defaults().withMissing(Set.of("True"))).clean("True"))
        .isEmpty();
  }
}
