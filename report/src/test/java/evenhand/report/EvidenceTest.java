package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.Audit;
import evenhand.parity.Requirement;
import evenhand.train.RequirementEvidence;
import evenhand.train.TrainingEvidence;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class EvidenceTest {

  private static final TrainingEvidence EVIDENCE = AdultEvidence.training();
  private static final Requirement REQUIREMENT = EVIDENCE.requirements().get(0).requirement();

  @Test
  void requirementsComeOnceWithAllTheirParts() {
    assertThat(Evidence.requirements(EVIDENCE)).containsExactly(REQUIREMENT);
    assertThat(Evidence.of(EVIDENCE, REQUIREMENT)).isEqualTo(EVIDENCE.requirements());
  }

  @Test
  void aGroupOfAnotherNameIsNotFound() {
    Audit audit = EVIDENCE.parts().get(2).decisions();
    assertThat(Evidence.group(audit.attribute("sex"), "Female")).isPresent();
    assertThat(Evidence.group(audit.attribute("sex"), "overall")).isEmpty();
  }

  @Test
  void onlyAMixtureExpectsAnotherValueThanItsDecisionsHave() {
    RequirementEvidence measured = EVIDENCE.requirements().get(0);
    assertThat(Evidence.isRandomised(measured)).isFalse();
    RequirementEvidence mixed =
        new RequirementEvidence(
            REQUIREMENT,
            measured.part(),
            measured.value(),
            measured.low(),
            measured.high(),
            OptionalDouble.of(0.5),
            measured.plain(),
            measured.verdict(),
            measured.reason());
    assertThat(Evidence.isRandomised(mixed)).isTrue();
  }
}
