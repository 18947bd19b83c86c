package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.DataException;
import evenhand.reduce.Pricing;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class MethodOptionsTest {

  private static MethodOptions given(Map<String, String> options) {
    return new MethodOptions("method grid", new TreeMap<>(options));
  }

  private static void assertRefused(
      Map<String, String> options, Consumer<MethodOptions> reading, String sentence) {
    MethodOptions given = given(options);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> reading.accept(given))
        .withMessage(sentence);
  }

  @Test
  void readsWhatIsGivenAndElseTheUsual() {
    MethodOptions given =
        given(Map.of("limit", "2.5", "points", "1e3", "pricing", "multiplicative-weights"));
    assertThat(given.number("limit", 1, 0, 10)).isEqualTo(2.5);
    assertThat(given.count("points", 5, 1, 1000)).isEqualTo(1000);
    assertThat(given.choice("pricing", Pricing.CUTTING_PLANES, Pricing.values()))
        .isEqualTo(Pricing.MULTIPLICATIVE_WEIGHTS);
    assertThat(given.number("other", 7, 0, 10)).isEqualTo(7);
    assertThat(given.count("count", 5, 1, 10)).isEqualTo(5);
    assertThat(given.choice("choice", Pricing.CUTTING_PLANES, Pricing.values()))
        .isEqualTo(Pricing.CUTTING_PLANES);
    given.requireAllRead();
  }

  @Test
  void theEndsOfARangeAreInIt() {
    MethodOptions given = given(Map.of("low", "0", "high", "1"));
    assertThat(given.number("low", 0.5, 0, 1)).isZero();
    assertThat(given.number("high", 0.5, 0, 1)).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNoNumberOrOutOfRange() {
    for (String text : new String[] {"x", "", "NaN", "-0.1", "1.1", "Infinity"}) {
      assertRefused(
          Map.of("gap", text),
          given -> given.number("gap", 0.5, 0, 1),
          "the option gap of method grid must be a number from 0.0 to 1.0, was " + text);
    }
    assertRefused(
        Map.of("points", "2.5"),
        given -> given.count("points", 5, 1, 10),
        "the option points of method grid must be a whole number, was 2.5");
    assertRefused(
        Map.of("pricing", "CUTTING_PLANES"),
        given -> given.choice("pricing", Pricing.CUTTING_PLANES, Pricing.values()),
        "the option pricing of method grid must be one of cutting-planes, multiplicative-weights,"
            + " was CUTTING_PLANES; did you mean cutting-planes?");
  }

  @Test
  void refusesWhatNobodyRead() {
    assertRefused(
        Map.of("colour", "red", "limit", "2"),
        given -> {
          given.number("limit", 1, 0, 10);
          given.count("points", 5, 1, 10);
          given.requireAllRead();
        },
        "method grid has no option colour; it has limit, points");
    assertRefused(
        Map.of("colour", "red"),
        MethodOptions::requireAllRead,
        "method grid has no option colour; it has none");
  }
}
