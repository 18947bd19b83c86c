package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

final class FrontierJsonTest {

  private static final JsonNode TREE = FrontierJson.tree(Frontiers.chosen());

  @Test
  void saysWhatWasTradedAndWhatWasChosen() {
    assertThat(TREE.get("schema").asText()).isEqualTo("evenhand.frontier/1");
    assertThat(TREE.at("/axes/metric").asText()).isEqualTo("accuracy");
    assertThat(TREE.at("/axes/parity").asText()).isEqualTo("demographic_parity");
    assertThat(TREE.at("/axes/attributes/0").asText()).isEqualTo("sex");
    assertThat(TREE.at("/selection/tolerance").asText()).isEqualTo("demographic_parity<=0.05");
    assertThat(TREE.at("/selection/rows").asText()).isEqualTo("validation");
    assertThat(TREE.at("/selection/chosen").asText()).isEqualTo("reduction 0.02 seed 2");
    assertThat(TREE.at("/selection/verdicts/test").asText()).isEqualTo("met");
    assertThat(FrontierJson.tree(Frontiers.withoutTolerance()).get("selection").isNull()).isTrue();
  }

  @Test
  void everyCandidateHasItsMeasuresAndAReason() {
    assertThat(TREE.get("candidates")).hasSize(8);
    for (JsonNode candidate : TREE.get("candidates")) {
      assertThat(candidate.get("reason").asText()).isNotEmpty();
      assertThat(candidate.get("measures").size())
          .isEqualTo(candidate.get("failure").isNull() ? 3 : 0);
    }
    JsonNode dominated = TREE.at("/candidates/5/measures/validation");
    assertThat(dominated.get("status").asText()).isEqualTo("dominated");
    assertThat(dominated.get("other").asText()).isEqualTo("reduction 0.02 seed 2");
    assertThat(dominated.get("dominated").asDouble()).isEqualTo(0.97);
    assertThat(dominated.at("/metric/value").asDouble()).isEqualTo(0.82 - 0.002);
    assertThat(dominated.at("/gap/low").asDouble()).isEqualTo(0.09 + 0.002 - 0.004);
  }

  @Test
  void everyPartHasItsFrontier() {
    assertThat(TREE.get("parts")).hasSize(3);
    JsonNode test = TREE.at("/parts/2");
    assertThat(test.get("part").asText()).isEqualTo("test");
    assertThat(test.get("frontier")).hasSize(4);
    assertThat(test.get("knee").asText()).isEqualTo("reduction 0.06 seed 3");
    assertThat(test.at("/hypervolume/reference_gap").asDouble()).isEqualTo(1);
    assertThat(test.at("/hypervolume/low").asDouble()).isEqualTo(0.82);
  }

  @Test
  void sameEvidenceSameBytes() {
    assertThat(Json.text(FrontierJson.tree(Frontiers.chosen()))).isEqualTo(Json.text(TREE));
  }
}
