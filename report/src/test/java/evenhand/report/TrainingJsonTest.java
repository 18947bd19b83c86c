package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.train.RequirementEvidence;
import evenhand.train.TrainingEvidence;
import org.junit.jupiter.api.Test;

final class TrainingJsonTest {

  private static final TrainingEvidence EVIDENCE = AdultEvidence.training();
  private static final JsonNode TREE = TrainingJson.tree(EVIDENCE);

  @Test
  void statesEveryRequirementOnEveryPart() {
    assertThat(TREE.get("schema").asText()).isEqualTo("evenhand.train/1");
    assertThat(TREE.get("requirements")).hasSize(3);
    for (int i = 0; i < 3; i++) {
      JsonNode written = TREE.get("requirements").get(i);
      RequirementEvidence measured = EVIDENCE.requirements().get(i);
      assertThat(written.get("requirement").asText())
          .isEqualTo("demographic_parity:to_overall<=0.02@sex");
      assertThat(written.get("part").asText()).isEqualTo(measured.part().id());
      assertThat(written.get("value").asDouble()).isEqualTo(measured.value().orElseThrow());
      assertThat(written.get("plain").asDouble()).isEqualTo(measured.plain().orElseThrow());
      assertThat(written.get("bound").asDouble()).isEqualTo(0.02);
      assertThat(written.get("verdict").asText()).isEqualTo(measured.verdict().id());
      assertThat(written.get("reason").isNull()).isTrue();
    }
  }

  @Test
  void holdsThreeAuditsOfEachPartInTheAuditsOwnShape() {
    assertThat(TREE.get("parts")).hasSize(3);
    for (JsonNode part : TREE.get("parts")) {
      for (String audit : new String[] {"decisions", "expected", "plain"}) {
        assertThat(part.at("/" + audit + "/schema").asText()).isEqualTo(AuditJson.SCHEMA);
        assertThat(part.at("/" + audit + "/rows").asLong()).isEqualTo(part.get("rows").asLong());
        assertThat(part.at("/" + audit + "/attributes/0/name").asText()).isEqualTo("sex");
      }
    }
    assertThat(TREE.at("/definitions/metrics/selection_rate").asText()).isEqualTo("P(ŷ=1)");
  }

  @Test
  void copiesConfigurationSearchAndFingerprints() {
    assertThat(TREE.at("/configuration/seed/0").asText()).isEqualTo("1");
    assertThat(TREE.at("/search/fits").asText()).isEqualTo("31");
    assertThat(TREE.at("/fingerprints/test").asText()).hasSize(64);
    assertThat(TREE.get("warnings")).hasSize(1);
  }

  @Test
  void sameEvidenceSameBytes() {
    assertThat(Json.text(TrainingJson.tree(AdultEvidence.training()))).isEqualTo(Json.text(TREE));
  }
}
