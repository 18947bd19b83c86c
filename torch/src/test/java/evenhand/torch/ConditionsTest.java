package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.loss.Batch;
import evenhand.loss.Loss;
import evenhand.loss.WassersteinDistance;
import evenhand.parity.Parity;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ConditionsTest {

  private static final Batch BATCH = Batch.of(Toys.sample(3, 80));
  private static final double[] LOGITS = new SplittableRandom(4).doubles(80, -2, 2).toArray();
  private static final WassersteinDistance LOSS = new WassersteinDistance("group");

  @Test
  void demographicParityComparesAllRows() {
    assertThat(on(Parity.DEMOGRAPHIC_PARITY)).usingRecursiveComparison().isEqualTo(on(BATCH));
  }

  @Test
  void equalOpportunityComparesThePositiveOnes() {
    Loss.Evaluated evaluated = on(Parity.EQUAL_OPPORTUNITY);

    assertThat(evaluated.value())
        .isEqualTo(on(BATCH.counting(i -> BATCH.labels()[i] == 1)).value());
    for (int i = 0; i < LOGITS.length; i++) {
      assertThat(evaluated.slope()[i] == 0).isEqualTo(BATCH.labels()[i] == 0);
    }
  }

  @Test
  void equalizedOddsAreTheMeanOfBoth() {
    double both =
        (on(Parity.EQUAL_OPPORTUNITY).value() + on(Parity.FALSE_POSITIVE_PARITY).value()) / 2;

    assertThat(on(Parity.EQUALIZED_ODDS).value()).isCloseTo(both, within(1e-15));
    assertThat(on(Parity.ERROR_RATE_BALANCE).value()).isCloseTo(both, within(1e-15));
  }

  @Test
  void otherRatesAreNoneOfScores() {
    for (Parity parity :
        new Parity[] {
          Parity.ACCURACY_PARITY,
          Parity.ERROR_RATE_PARITY,
          Parity.PREDICTIVE_VALUE_PARITY,
          Parity.BOUNDED_GROUP_LOSS
        }) {
      assertThatThrownBy(() -> Conditions.of("mmd", parity))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "the loss mmd compares distributions of scores, which says nothing of %s; it goes with demographic_parity, equal_opportunity, false_positive_parity, equalized_odds, error_rate_balance"
                  .formatted(parity.id()));
    }
  }

  private static Loss.Evaluated on(Parity parity) {
    return Conditions.of("mmd", parity).each(condition -> LOSS::on).on(BATCH, LOGITS);
  }

  private static Loss.Evaluated on(Batch batch) {
    return LOSS.on(batch, LOGITS);
  }
}
