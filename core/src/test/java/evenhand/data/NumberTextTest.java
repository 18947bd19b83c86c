package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberTextTest {

  @ParameterizedTest
  @CsvSource({
    "007, true",
    "-01, true",
    "0, false",
    "0.5, false",
    "10, false",
    "1234567890123456, true",
    "123456789012345, false",
    "1234567890123456.5, false"
  })
  void codes(String text, boolean code) {
    assertThat(NumberText.isCode(text)).isEqualTo(code);
  }
}
