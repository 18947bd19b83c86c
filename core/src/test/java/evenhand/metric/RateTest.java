package evenhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RateTest {

  @Test
  void noTrialsHaveNoValue() {
    assertThat(Rate.NONE.value()).isEmpty();
    assertThat(new Rate(0, 4).value()).hasValue(0);
    assertThat(new Rate(3, 4).value()).hasValue(0.75);
  }

  @Test
  void poolsCounts() {
    assertThat(new Rate(1, 2).plus(new Rate(3, 8))).isEqualTo(new Rate(4, 10));
    assertThat(Rate.NONE.plus(new Rate(3, 8))).isEqualTo(new Rate(3, 8));
  }

  @ParameterizedTest
  @CsvSource({"-1,2", "3,2", "NaN,2", "1,NaN", "0,Infinity"})
  void refusesCountsThatAreNone(double hits, double trials) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rate(hits, trials))
        .withMessageContaining(String.valueOf(hits));
  }
}
