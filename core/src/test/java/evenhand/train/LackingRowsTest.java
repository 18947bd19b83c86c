package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.AuditOptions;
import evenhand.audit.BinaryOutcomes;
import evenhand.data.Groups;
import evenhand.parity.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LackingRowsTest {

  /** 100 rows of a, 60 of b and 40 of c, of which every tenth has label 1. */
  private static final int[] LABELS = new int[200];

  private static final int[] CODES = new int[200];

  static {
    for (int i = 0; i < 200; i++) {
      LABELS[i] = i % 10 == 0 ? 1 : 0;
      CODES[i] = i < 100 ? 0 : i < 160 ? 1 : 2;
    }
  }

  private static Optional<String> sentence(String requirement, String attribute, int minRows) {
    return sentence(requirement, attribute, minRows, List.of("a", "b", "c"));
  }

  private static Optional<String> sentence(
      String requirement, String attribute, int minRows, List<String> names) {
    AuditOptions options = AuditOptions.defaults().withMinRows(minRows);
    return LackingRows.of(
            Requirement.parse(requirement).of(attribute),
            Part.TRAINING,
            BinaryOutcomes.of(LABELS),
            new Groups(attribute, names, CODES),
            options)
        .map(LackingRows::sentence);
  }

  @Test
  void namesTheGroupsWhatTheyLackAndWhatToDo() {
    assertThat(sentence("equal_opportunity<=0.1", "race", 9))
        .contains(
            "equal_opportunity by race can't be known on the 200 training rows: b: 6 rows have"
                + " label 1, fewer than 9; c: 4 rows have label 1, fewer than 9; merge groups, such"
                + " as --group 'race:a|*' for a beside all others, give more rows, or say with a"
                + " smaller --min-rows that so few are enough");
  }

  @Test
  void onlyTheRowsThatTheRateCountsMatter() {
    assertThat(sentence("demographic_parity<=0.1", "race", 40)).isEmpty();
    assertThat(sentence("demographic_parity<=0.1", "race", 41)).isPresent();
    assertThat(sentence("false_positive_parity:ratio>=0.9", "race", 36)).isEmpty();
    assertThat(sentence("false_positive_parity:ratio>=0.9", "race", 37)).isPresent();
    assertThat(sentence("equalized_odds:to_overall<=0.1", "race", 4)).isEmpty();
  }

  @Test
  void nothingIsSaidBeforeTheDecisionsWhereTheyTellWhichRowsCount() {
    assertThat(sentence("predictive_value_parity<=0.1", "race", 150)).isEmpty();
  }

  @Test
  void aMergeIsSuggestedOnlyAsItCanBeWritten() {
    assertThat(sentence("equal_opportunity<=0.1", "sex&race", 9).orElseThrow())
        .contains("merge groups of its attributes, such as --group 'NAME:VALUE|*'");
    assertThat(
            sentence("equal_opportunity<=0.1", "race", 9, List.of("it's", "b", "c")).orElseThrow())
        .doesNotContain("merge");
  }
}
