package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import evenhand.data.Groups;
import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JudgementTest {

  /** Selection rates 0.2 of 100 rows, 0.5 of 100 rows, and a third group of the given size. */
  private static AttributeAudit audit(int third) {
    int n = 200 + third;
    double[] decisions = new double[n];
    Arrays.fill(decisions, 0, 20, 1);
    Arrays.fill(decisions, 100, 150, 1);
    return Audit.of(
            BinaryOutcomes.of(IntStream.range(0, n).map(i -> i % 2).toArray())
                .withDecisions(decisions),
            List.of(
                new Groups(
                    "race",
                    List.of("a", "b", "c"),
                    IntStream.range(0, n).map(i -> i / 100).toArray())),
            AuditOptions.defaults().withReplicates(100))
        .attribute("race");
  }

  @ParameterizedTest
  @CsvSource({
    "40, demographic_parity<=0.5, MET",
    "40, demographic_parity<=0.49, NOT_MET",
    "40, demographic_parity:ratio>=0, MET",
    "40, demographic_parity:ratio>=0.1, NOT_MET",
    "40, demographic_parity:to_overall<=0.3, MET",
    "40, bounded_group_loss<=0.9, MET",
    "40, bounded_group_loss<=0.1, NOT_MET",
    "9, demographic_parity<=0.4, INSUFFICIENT_EVIDENCE",
    "9, demographic_parity<=0.29, NOT_MET",
    "9, demographic_parity:ratio>=0.41, NOT_MET"
  })
  void comparesTheMeasuredValueWithTheBound(int third, String requirement, Verdict verdict) {
    assertThat(Judgement.of(Requirement.parse(requirement), audit(third)).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void carriesTheEvidence() {
    Judgement judged = Judgement.of(Requirement.parse("demographic_parity<=0.1"), audit(40));
    assertThat(judged.value()).hasValue(0.5);
    assertThat(judged.low().orElseThrow()).isBetween(0.3, 0.5);
    assertThat(judged.high().orElseThrow()).isBetween(0.5, 0.7);
    assertThat(judged.reason()).isEmpty();
    Judgement unknown = Judgement.of(Requirement.parse("demographic_parity<=0.4"), audit(9));
    assertThat(unknown.value()).isEmpty();
    assertThat(unknown.reason()).hasValue("insufficient evidence: c: 9 rows, fewer than 30");
  }

  @Test
  void saysWhatTheGroupsWithEnoughEvidenceBreakItBy() {
    Judgement broken = Judgement.of(Requirement.parse("demographic_parity<=0.29"), audit(9));
    assertThat(broken.verdict()).isEqualTo(Verdict.NOT_MET);
    assertThat(broken.value()).isEmpty();
    assertThat(broken.reason())
        .hasValue(
            "0.3000 among the groups with enough evidence; insufficient evidence: c: 9 rows, fewer"
                + " than 30");
    Judgement known = Judgement.of(Requirement.parse("demographic_parity<=0.29"), audit(40));
    assertThat(known.verdict()).isEqualTo(Verdict.NOT_MET);
    assertThat(known.reason()).isEmpty();
  }

  @Test
  void needsDecisions() {
    AttributeAudit labelsOnly =
        Audit.of(
                BinaryOutcomes.of(new int[] {0, 1}),
                List.of(new Groups("sex", List.of("F", "M"), new int[] {0, 1})),
                AuditOptions.defaults())
            .attribute("sex");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Judgement.of(Requirement.parse("demographic_parity<=0.1"), labelsOnly))
        .withMessageContaining("no decisions were audited for sex");
  }
}
