package evenhand.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.DataException;
import evenhand.metric.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ParityTest {

  @ParameterizedTest
  @EnumSource
  void isFoundByItsId(Parity parity) {
    assertThat(Parity.named(parity.id())).isSameAs(parity);
    assertThat(parity.id()).matches("[a-z_]+");
    assertThat(parity.definition()).contains("P(");
  }

  @Test
  void everyDefinitionNamesItsRates() {
    for (Parity parity : Parity.values()) {
      for (Statistic statistic : parity.statistics()) {
        assertThat(parity.definition()).contains(statistic.formula());
      }
    }
  }

  @Test
  void onlyPredictiveValueIsNotLinear() {
    for (Parity parity : Parity.values()) {
      assertThat(parity.isLinear()).isEqualTo(parity != Parity.PREDICTIVE_VALUE_PARITY);
    }
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Parity.named("fairness"))
        .withMessageStartingWith(
            "there is no parity fairness; the parities are demographic_parity,")
        .withMessageContaining("bounded_group_loss");
  }

  @Test
  void verdictsReadAsWords() {
    assertThat(Verdict.NOT_MET.id()).isEqualTo("not_met");
    assertThat(Verdict.INSUFFICIENT_EVIDENCE.words()).isEqualTo("insufficient evidence");
  }
}
