package evenhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.GoldenTables;
import org.junit.jupiter.api.Test;

final class TwoProportionsTest {

  /** statsmodels 0.13.5 and scipy 1.10.1: see {@link GoldenTables}. */
  @Test
  void agreesWithStatsmodelsAndScipy() {
    int exact = 0;
    int normal = 0;
    for (JsonNode pair : GoldenTables.json("tests.json").get("two_proportions")) {
      TwoProportions test =
          TwoProportions.of(
              new Rate(pair.get("hits1").asDouble(), pair.get("trials1").asDouble()),
              new Rate(pair.get("hits2").asDouble(), pair.get("trials2").asDouble()));
      if (pair.get("z").isNull()) {
        assertThat(test.z()).as(pair.toString()).isEmpty();
      } else {
        assertThat(test.z().orElseThrow())
            .as(pair.toString())
            .isCloseTo(pair.get("z").asDouble(), within(1e-9));
      }
      String theirs = test.exact() ? "fisher_p_two_sided" : "p_two_sided";
      assertThat(test.pValue())
          .as(pair.toString())
          .isCloseTo(pair.get(theirs).asDouble(), within(1e-9));
      exact += test.exact() ? 1 : 0;
      normal += test.exact() ? 0 : 1;
    }
    assertThat(exact).isGreaterThanOrEqualTo(4);
    assertThat(normal).isGreaterThanOrEqualTo(4);
  }

  @Test
  void fewExpectedRowsAskForTheExactTest() {
    assertThat(TwoProportions.of(new Rate(10, 100), new Rate(12, 100)).exact()).isFalse();
    assertThat(TwoProportions.of(new Rate(1, 10), new Rate(400, 1000)).exact()).isTrue();
  }

  @Test
  void countsThatAreNotWholeAreRoundedForTheExactTest() {
    assertThat(TwoProportions.of(new Rate(0.6, 9.8), new Rate(5.4, 12.3)).pValue())
        .isEqualTo(TwoProportions.of(new Rate(1, 10), new Rate(5, 12)).pValue());
  }

  @Test
  void noSuccessAnywhereIsNoDifference() {
    TwoProportions test = TwoProportions.of(new Rate(0, 50), new Rate(0, 70));
    assertThat(test.z()).isEmpty();
    assertThat(test.pValue()).isEqualTo(1);
  }
}
