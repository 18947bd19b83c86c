package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.FourFifths;
import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import evenhand.train.Part;
import evenhand.train.RequirementEvidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "demographic_parity<=0.02@sex; between groups of sex, selection rate differs by at most"
            + " 0.02",
        "demographic_parity:to_overall<=0.02@sex; for all groups of sex, selection rate lies within"
            + " 0.02 of that of all rows together",
        "demographic_parity:ratio>=0.8@sex; between groups of sex, the smallest selection rate is"
            + " at least 0.8 of the largest",
        "equalized_odds<=0.1@race; between groups of race, true positive rate and false positive"
            + " rate differ by at most 0.1",
        "bounded_group_loss<=0.25; for all groups of each attribute, error rate is at most 0.25"
      })
  void saysWhatARequirementAsks(String requirement, String words) {
    assertThat(Words.ask(Requirement.parse(requirement))).isEqualTo(words);
  }

  private static RequirementEvidence evidence(Part part, Verdict verdict) {
    return new RequirementEvidence(
        Requirement.parse("demographic_parity<=0.02@sex"),
        part,
        OptionalDouble.of(0.02),
        OptionalDouble.of(0.01),
        OptionalDouble.of(0.02),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        verdict,
        Optional.empty());
  }

  @Test
  void joinsPartsOfOneVerdict() {
    assertThat(
            Words.verdict(
                List.of(
                    evidence(Part.TRAINING, Verdict.MET),
                    evidence(Part.VALIDATION, Verdict.INSUFFICIENT_EVIDENCE),
                    evidence(Part.TEST, Verdict.MET))))
        .isEqualTo("Met on training and test rows; insufficient evidence on validation rows.");
    assertThat(Words.verdict(List.of())).isEqualTo("Not measured.");
  }

  /** An interval that only touches the bound from the side that meets it leaves no doubt. */
  @Test
  void aBoundAtTheUpperEndIsNotInside() {
    assertThat(Words.doubt(evidence(Part.TEST, Verdict.MET).onDecisions())).isEmpty();
  }

  @Test
  void saysWhetherAFewPeopleFlipTheFourFifthsRule() {
    assertThat(Words.fourFifths(rule(0.79999, OptionalInt.of(1))))
        .endsWith("not met, ratio 0.79999; one other decision would flip this");
    assertThat(Words.fourFifths(rule(0.81, OptionalInt.of(2))))
        .endsWith(": met, ratio 0.8100; 2 other decisions would flip this");
    assertThat(Words.fourFifths(rule(0.9, OptionalInt.empty())))
        .endsWith(": met, ratio 0.9000; no number of other decisions would flip this");
  }

  private static FourFifths rule(double ratio, OptionalInt flippedBy) {
    return new FourFifths(
        OptionalDouble.of(ratio),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(ratio >= 0.8),
        flippedBy,
        Optional.empty());
  }

  @Test
  void listsAsAPersonWould() {
    assertThat(Words.list(List.of())).isEmpty();
    assertThat(Words.list(List.of("a"))).isEqualTo("a");
    assertThat(Words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }

  @Test
  void boundsKeepTheirDigits() {
    assertThat(Words.shortest(0.02)).isEqualTo("0.02");
    assertThat(Words.shortest(1)).isEqualTo("1");
    assertThat(Words.shortest(1 - 0.95)).isEqualTo("0.05");
  }
}
