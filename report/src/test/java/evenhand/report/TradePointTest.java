package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.Audit;
import evenhand.parity.Requirement;
import org.junit.jupiter.api.Test;

final class TradePointTest {

  private static final Audit AUDIT = AdultEvidence.audit(1, 0, "Female", "Male");

  @Test
  void joinsTheRequiredGapWithTheAccuracyOfAllRows() {
    TradePoint point =
        TradePoint.of(AUDIT, Requirement.parse("demographic_parity:to_overall<=0.02@sex"))
            .orElseThrow();
    assertThat(Numbers.gap(point.gap().value())).isEqualTo("0.0133");
    assertThat(point.accuracy())
        .isSameAs(AUDIT.attribute("sex").overall().metrics().get("accuracy"));
  }

  @Test
  void isEmptyWithoutAGap() {
    Requirement thin = Requirement.parse("equal_opportunity<=0.1@race");
    assertThat(TradePoint.gap(AUDIT.attribute("race"), thin)).isPresent();
    assertThat(TradePoint.of(AUDIT, thin)).isEmpty();
  }
}
