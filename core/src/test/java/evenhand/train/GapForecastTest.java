package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import evenhand.parity.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GapForecastTest {

  private static GapForecast forecast(String requirement, int firstRows, int secondRows) {
    int n = firstRows + secondRows;
    int[] labels = new int[n];
    int[] decisions = new int[n];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      labels[i] = i / 2 % 2;
      decisions[i] = i % 2;
      names.add(i < firstRows ? "F" : "M");
    }
    return GapForecast.of(
        Requirement.parse(requirement).of("sex"), labels, decisions, Groups.of("sex", names), 1);
  }

  @Test
  void matchesTheNormalTheoryOfTwoGroups() {
    GapForecast forecast = forecast("demographic_parity<=0.02", 400, 1600);
    // 1.96 √(¼/400 + ¼/1600); 2,000 draws place a 95 % point to about 3 %
    assertThat(forecast.margin())
        .isCloseTo(1.96 * Math.sqrt(0.25 / 400 + 0.25 / 1600), within(0.003));
    assertThat(forecast.smallestGroup()).isEqualTo("F");
    assertThat(forecast.smallestTrials()).isEqualTo(400);
    assertThat(forecast.isTighterThanEvidence()).isTrue();
    assertThat(forecast.sentence()).startsWith("demographic_parity<=0.02@sex: on new rows");
  }

  @Test
  void countsOnlyTheRowsTheRateNeeds() {
    assertThat(forecast("equal_opportunity<=0.02", 400, 1600).smallestTrials()).isEqualTo(200);
  }

  @Test
  void isQuietWhenTheEvidenceIsEnough() {
    assertThat(forecast("demographic_parity<=0.05", 40_000, 40_000).isTighterThanEvidence())
        .isFalse();
    assertThat(forecast("demographic_parity:ratio>=0.8", 40_000, 40_000).isTighterThanEvidence())
        .isFalse();
  }

  @Test
  void readsARatioInUnitsOfProbability() {
    GapForecast forecast = forecast("demographic_parity:ratio>=0.9", 400, 1600);
    // half of everyone is accepted, so a tenth of that is what the ratio allows
    assertThat(forecast.tolerance()).isCloseTo(0.05, within(1e-12));
    assertThat(forecast.isTighterThanEvidence()).isTrue();
  }

  @Test
  void neverPromisesCertaintyFromATinyCell() {
    assertThat(forecast("equalized_odds<=0.02", 8, 4000).margin()).isGreaterThan(0.2);
  }
}
