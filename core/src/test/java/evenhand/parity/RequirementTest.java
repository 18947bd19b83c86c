package evenhand.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequirementTest {

  @ParameterizedTest
  @CsvSource({
    "demographic_parity<=0.02, DEMOGRAPHIC_PARITY, BETWEEN_GROUPS, DIFFERENCE, 0.02,",
    "demographic_parity:to_overall<=0.02@sex, DEMOGRAPHIC_PARITY, TO_OVERALL, DIFFERENCE, 0.02,"
        + " sex",
    "equalized_odds@sex&race<=0.05, EQUALIZED_ODDS, BETWEEN_GROUPS, DIFFERENCE, 0.05, sex&race",
    "demographic_parity:ratio>=0.8, DEMOGRAPHIC_PARITY, BETWEEN_GROUPS, RATIO, 0.8,",
    "equal_opportunity:to_overall:ratio >= 1, EQUAL_OPPORTUNITY, TO_OVERALL, RATIO, 1,",
    "error_rate_parity:difference<=1e-3, ERROR_RATE_PARITY, BETWEEN_GROUPS, DIFFERENCE, 0.001,",
    "bounded_group_loss<=0, BOUNDED_GROUP_LOSS, WORST_GROUP, DIFFERENCE, 0,",
    "predictive_value_parity<=.1 @ marital status, PREDICTIVE_VALUE_PARITY, BETWEEN_GROUPS,"
        + " DIFFERENCE, 0.1, ' marital status'"
  })
  void readsWhatItWrites(
      String text,
      Parity parity,
      Comparison comparison,
      Kind kind,
      double bound,
      String attribute) {
    Requirement requirement = Requirement.parse(text);
    assertThat(requirement)
        .isEqualTo(
            new Requirement(parity, comparison, kind, bound, Optional.ofNullable(attribute)));
    assertThat(Requirement.parse(requirement.toString())).isEqualTo(requirement);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | can't read the requirement",
        "demographic_parity | can't read the requirement demographic_parity;",
        "demographic_parity<= | can't read the requirement",
        "demographic_parity<=x | can't read the requirement",
        "demographic_parity=0.1 | can't read the requirement",
        "demographic_parity<0.1 | can't read the requirement",
        "<=0.1 | can't read the requirement",
        "Demographic_Parity<=0.1 | can't read the requirement",
        "demographic_parity<=1e | 1e in the requirement demographic_parity<=1e is not a number",
        "parity<=0.1 | there is no parity parity; the parities are demographic_parity,",
        "demographic_parity:worst<=0.1 | worst in the requirement demographic_parity:worst<=0.1 is"
            + " not known; the modifiers are between_groups, to_overall, difference, ratio",
        "demographic_parity>=0.1 | needs <=: a difference is bounded from above",
        "demographic_parity:ratio<=0.8 | needs >=: a ratio is bounded from below",
        "demographic_parity<=1.5 | the bound of demographic_parity must be between 0 and 1, was"
            + " 1.5",
        "demographic_parity<=-0.1 | must be between 0 and 1, was -0.1",
        "bounded_group_loss:to_overall<=0.1 | bounded_group_loss can't be compared to_overall by"
            + " difference",
        "bounded_group_loss:ratio>=0.1 | bounded_group_loss can't be compared worst_group by ratio"
      })
  void refusesWhatItCannotRead(String text, String message) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Requirement.parse(text))
        .withMessageContaining(message);
  }

  @Test
  void aBoundThatIsNoNumberIsRefused() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () ->
                new Requirement(
                    Parity.DEMOGRAPHIC_PARITY,
                    Comparison.TO_OVERALL,
                    Kind.DIFFERENCE,
                    Double.NaN,
                    Optional.empty()));
  }

  @Test
  void aDifferenceIsBoundedFromAboveAndARatioFromBelow() {
    Requirement difference = Requirement.parse("demographic_parity<=0.1");
    assertThat(difference.isMetBy(0.1 + 1e-10)).as("but for rounding").isTrue();
    assertThat(difference.isMetBy(0.1001)).isFalse();
    assertThat(difference.violation(0.3)).isCloseTo(0.2, within(1e-12));
    Requirement ratio = Requirement.parse("demographic_parity:ratio>=0.8");
    assertThat(ratio.isMetBy(0.8)).isTrue();
    assertThat(ratio.isMetBy(0.79)).isFalse();
    assertThat(ratio.violation(0.5)).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void subjectIsTheNameWithoutTheBound() {
    assertThat(Requirement.parse("equalized_odds:to_overall:ratio>=0.8@race").subject())
        .isEqualTo("equalized_odds:to_overall:ratio");
    assertThat(Requirement.parse("demographic_parity<=0.1").of("sex"))
        .isEqualTo(Requirement.parse("demographic_parity<=0.1@sex"));
  }

  @Test
  void aParityThatIsNotLinearCannotBeRequiredInTraining() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Requirement.parse("predictive_value_parity<=0.1").on(sample(0, 1, 0, 1)))
        .withMessageContaining("P(y=1 | ŷ=1) depends on the decisions in its denominator");
  }

  @Test
  void aRateWithoutRowsNamesItsGroup() {
    assertThatExceptionOfType(UndefinedRateException.class)
        .isThrownBy(() -> Requirement.parse("equal_opportunity<=0.1").on(sample(0, 0, 0, 1)))
        .withMessageContaining("undefined for sex F: no row of that group has the label it needs");
  }

  @Test
  void anAttributeThatIsNotThereIsRefused() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Requirement.parse("demographic_parity<=0.1@age").on(sample(0, 1, 0, 1)))
        .withMessage("no group column is named age, the group columns are [sex]");
  }

  /** Two women and two men with these labels. */
  private static Sample sample(int... labels) {
    return Sample.of(
        new DenseMatrix(4, 0, new float[0]),
        labels,
        List.of(new Groups("sex", List.of("F", "M"), new int[] {0, 0, 1, 1})));
  }
}
