package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.Audit;
import evenhand.audit.AuditOptions;
import evenhand.audit.BinaryOutcomes;
import evenhand.data.Groups;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 100 rows, of which 24 are positive. */
final class OneDecisionTest {

  private static final int ROWS = 100;

  private static Audit audit(int positives, int rightAccepted, int wrongAccepted) {
    int[] labels = new int[ROWS];
    double[] decisions = new double[ROWS];
    int[] codes = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      labels[i] = i < positives ? 1 : 0;
      decisions[i] = i < rightAccepted || (i >= positives && i < positives + wrongAccepted) ? 1 : 0;
      codes[i] = i % 2;
    }
    return Audit.of(
        BinaryOutcomes.of(labels).withDecisions(decisions),
        List.of(new Groups("sex", List.of("F", "M"), codes)),
        AuditOptions.defaults());
  }

  private static PartEvidence part(Audit model, Audit plain) {
    return new PartEvidence(Part.TEST, ROWS, model, model, plain);
  }

  private static final Audit PLAIN = audit(24, 12, 4);

  @Test
  void aModelThatAcceptsHardlyAnyoneIsTold() {
    PartEvidence part = part(audit(24, 1, 1), PLAIN);

    assertThat(OneDecision.warning(List.of(part)))
        .hasValue(
            "on test rows the model accepts 2.0 % and is hardly more accurate (0.7600) than one decision for everyone (0.7600), the plain model is (0.8400): a gap is small too where hardly anyone is told apart");
  }

  @Test
  void acceptingEveryoneIsOneDecisionToo() {
    PartEvidence part = part(audit(76, 76, 24), audit(76, 70, 4));

    assertThat(OneDecision.warning(List.of(part)).orElseThrow()).contains("accepts 100.0 %");
  }

  /** Of a gain of 20 rows on one decision, 1 is kept, or 3. */
  @Test
  void aTenthOfThePlainModelsGainIsEnough() {
    Audit plain = audit(24, 22, 2);

    assertThat(OneDecision.warning(List.of(part(audit(24, 3, 2), plain)))).isPresent();
    assertThat(OneDecision.warning(List.of(part(audit(24, 5, 2), plain)))).isEmpty();
  }

  /** Where the plain model is no better either, the requirement is not what took it. */
  @Test
  void norWhereThePlainModelIsNoBetter() {
    Audit none = audit(24, 0, 0);

    assertThat(OneDecision.warning(List.of(part(none, none)))).isEmpty();
  }

  @Test
  void theLastPartSpeaks() {
    PartEvidence bad = part(audit(24, 0, 0), PLAIN);
    PartEvidence good = part(PLAIN, PLAIN);

    assertThat(OneDecision.warning(List.of(bad, good))).isEmpty();
    assertThat(OneDecision.warning(List.of(good, bad))).isPresent();
  }

  @Test
  void withoutGroupsNothingIsMeasured() {
    assertThat(OneDecision.warning(List.of())).isEmpty();
  }
}
