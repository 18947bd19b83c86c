package evenhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.GoldenTables;
import org.junit.jupiter.api.Test;

final class HolmTest {

  /** statsmodels 0.13.5, {@code multipletests(method='holm')}: see {@link GoldenTables}. */
  @Test
  void agreesWithStatsmodels() {
    JsonNode lists = GoldenTables.json("tests.json").get("holm");
    assertThat(lists).hasSizeGreaterThan(5);
    for (JsonNode list : lists) {
      assertThat(Holm.adjusted(GoldenTables.numbers(list.get("p"))))
          .containsExactly(GoldenTables.numbers(list.get("adjusted")), within(1e-12));
    }
  }

  @Test
  void noTestsNeedNoAdjustment() {
    assertThat(Holm.adjusted(new double[0])).isEmpty();
  }
}
