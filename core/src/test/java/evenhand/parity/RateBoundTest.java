package evenhand.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.data.Sample;
import evenhand.metric.Statistic;
import evenhand.metric.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RateBoundTest {

  @ParameterizedTest
  @CsvSource({
    "true_positive_rate>=0.6, TRUE_POSITIVE_RATE, AT_LEAST, 0.6,",
    "false_positive_rate <= 0.2@sex&race, FALSE_POSITIVE_RATE, AT_MOST, 0.2, sex&race",
    "precision>=.75 @ sex, PRECISION, AT_LEAST, 0.75, ' sex'",
    "selection_rate<=1e-1, SELECTION_RATE, AT_MOST, 0.1,"
  })
  void readsWhatItWrites(
      String text, Statistic statistic, RateBound.Side side, double bound, String attribute) {
    RateBound read = RateBound.parse(text);
    assertThat(read)
        .isEqualTo(new RateBound(statistic, side, bound, Optional.ofNullable(attribute)));
    assertThat(Condition.parse(read.toString())).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true_positive_rate=0.6 | can't read the requirement true_positive_rate=0.6; write",
        "true_positive_rate>=2 | the bound of true_positive_rate must be between 0 and 1, was 2.0",
        "true_positive_rate>=e | e in the requirement true_positive_rate>=e is not a number",
        "base_rate>=0.1 | base_rate can't be required: it is the same whatever is decided",
        "recall>=0.1 | there is no parity recall"
      })
  void saysWhatIsWrong(String text, String message) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Condition.parse(text))
        .withMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true_positive_rate>=0.6@race",
        "false_negative_rate<=0.3@race",
        "accuracy>=0.7@race",
        "precision>=0.6@race",
        "precision<=0.6@sex"
      })
  void keepsTheContract(String text) {
    ConstraintContract contract =
        new ConstraintContract() {
          @Override
          Constraint on(Sample sample) {
            return Condition.parse(text).on(sample);
          }
        };
    contract.costAndViolationAreAdjoint();
    contract.freePricesCostNothing();
    contract.violationIsAffineInTheDecisions();
    contract.everyInequalityHasItsOwnLabel();
  }

  /** Of a linear rate the largest violation is the worst group's, of precision its sign. */
  @ParameterizedTest
  @ValueSource(strings = {"true_positive_rate>=0.6@race", "precision>=0.6@race"})
  void isBrokenWhereTheMeasuredRateIs(String text) {
    RateBound bound = RateBound.parse(text);
    SplittableRandom random = new SplittableRandom(11);
    for (int s = 0; s < 50; s++) {
      Sample sample = ConstraintContract.sample(random);
      double[] decisions = random.doubles(sample.size()).toArray();
      double broken = Arrays.stream(bound.on(sample).violation(decisions)).max().orElseThrow();
      Tally tally =
          Tally.of(
                  sample.labels(),
                  decisions,
                  Optional.of(sample.parityWeights()),
                  List.of(sample.groups("race")))
              .get(0);
      double measured = bound.violation(bound.value(tally).orElseThrow());
      if (bound.statistic() == Statistic.PRECISION) {
        assertThat(Math.signum(broken)).isEqualTo(Math.signum(measured));
      } else {
        assertThat(broken).isCloseTo(measured, within(1e-12));
      }
    }
  }

  @Test
  void aRequirementHasTheSameNumberAsItsGap() {
    Sample sample = ConstraintContract.sample(new SplittableRandom(2));
    double[] decisions = new SplittableRandom(3).doubles(sample.size()).toArray();
    Tally tally =
        Tally.of(
                sample.labels(),
                decisions,
                Optional.of(sample.parityWeights()),
                List.of(sample.groups("race")))
            .get(0);
    double worst = 0;
    for (Statistic statistic : Parity.EQUALIZED_ODDS.statistics()) {
      double[] rates = new double[3];
      for (int g = 0; g < 3; g++) {
        rates[g] = tally.rate(statistic, g).value().orElseThrow();
      }
      worst =
          Math.max(
              worst, Gap.of(rates, 0, Comparison.BETWEEN_GROUPS, Kind.DIFFERENCE).orElseThrow());
    }
    assertThat(Condition.parse("equalized_odds<=0.1").value(tally)).hasValue(worst);
  }
}
