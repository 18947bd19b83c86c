package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|NUMBER",
        "-1.5E-300|NUMBER",
        ".5|NUMBER",
        "5.|NUMBER",
        "NaN|TEXT",
        "1e999|TEXT",
        "0,73|DECIMAL_COMMA",
        "1234,56|DECIMAL_COMMA",
        "-,5|DECIMAL_COMMA",
        "1.234,56|DECIMAL_COMMA",
        "1 234,5|DECIMAL_COMMA",
        "0,123|DECIMAL_COMMA",
        "1,234|COMMA_GROUPED",
        "1,234,567.25|COMMA_GROUPED",
        "1 234|GROUPED",
        "1\u00a0234|GROUPED",
        "1'234.5|GROUPED",
        "1.234.567|GROUPED",
        "1_000|GROUPED",
        "12%|PERCENT",
        "12,5 %|PERCENT",
        "$12|CURRENCY",
        "-$1,200.50|CURRENCY",
        "12.50 EUR|CURRENCY",
        "€ 5|CURRENCY",
        "1,2,3|TEXT",
        "REF 123|TEXT",
        "12 apples|TEXT",
        "2024-01-05|TEXT",
        "+-5|TEXT",
        "%|TEXT",
        "192.168.1.10|TEXT"
      })
  void everyWayOfWritingANumber(String text, NumberForm form) {
    assertThat(NumberForm.of(text)).isEqualTo(form);
  }

  @Test
  void theCulpritIsWhatMostRowsAre() {
    NumberForms forms =
        NumberForms.of(
            Column.Categorical.of("x", Arrays.asList("1", null, "1,234", "0,5", "None", "1")));

    assertThat(forms.rows()).isEqualTo(5);
    assertThat(forms.share()).isEqualTo(0.8);
    assertThat(forms.culprit()).contains(NumberForm.DECIMAL_COMMA);
    assertThat(forms.first()).containsEntry(NumberForm.DECIMAL_COMMA, 3);
    assertThat(NumberForms.of(Column.Categorical.of("x", Arrays.asList("1", "2"))).culprit())
        .isEmpty();
    assertThat(NumberForms.of(Column.Categorical.of("x", Arrays.asList("1", "a"))).culprit())
        .contains(NumberForm.TEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "1,5!NUMBER",
        "12!NUMBER",
        "1.234,5!NUMBER",
        "1.234.567!NUMBER",
        "1.234!DECIMAL_POINT",
        "1.5!DECIMAL_POINT",
        "1 234,5!GROUPED",
        "1,234,567!GROUPED",
        "12,5 %!PERCENT",
        "1e999!TEXT",
        "abc!TEXT"
      })
  void whereTheCommaIsTheDecimalSign(String text, NumberForm form) {
    assertThat(NumberForm.of(text, DecimalSign.COMMA)).isEqualTo(form);
  }
}
