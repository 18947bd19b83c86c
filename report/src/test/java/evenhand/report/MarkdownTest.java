package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.Audit;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownTest {

  @Test
  void givesTheGistOfATrainingRun() {
    assertThat(Markdown.of(AdultEvidence.training()))
        .startsWith("# income is \\>50K\n")
        .contains("**Met on training and validation rows; not met on test rows.** Required: for")
        .contains("| test | not met (undecided at 95 %) | 0.0280 | 0.0180–0.0381 | 0.1227 |")
        .containsPattern("\\| test \\| 0\\.83\\d\\d \\| 0\\.84\\d\\d \\| −0\\.01\\d\\d \\|")
        .contains("- Warning: demographic\\_parity:to\\_overall&lt;=0.02@sex is tighter");
  }

  @Test
  void whatIsExpectedStandsBeforeWhatWasDrawn() {
    assertThat(Markdown.of(AdultEvidence.randomised(0.009)))
        .contains("| rows | verdict | expected | drawn | interval | plain model |")
        .contains(
            "| test | met (met in expectation; the draw misses it) | 0.0190 | 0.0280 | 0.0180–0.0381 | 0.1227 |")
        .contains("| rows | accuracy, drawn | plain model | change |");
  }

  @Test
  void givesTheGistOfAnAudit() {
    Audit thin =
        Audits.of(
            Audits.attribute(
                "sex", List.of(new Cells("a", 3, 1, 0, 0), new Cells("b", 50, 10, 10, 30))));
    assertThat(Markdown.of(thin))
        .startsWith("# Audit of 104 rows\n")
        .contains("| a | 4 | insufficient evidence | insufficient evidence |")
        .contains("| b | 100 | 0.400 (0.309–0.498) |")
        .contains("| demographic parity | between groups | insufficient evidence for a |  |");
  }

  @Test
  void everyRowOfATableHasItsColumns() {
    Audit named = AdultEvidence.audit(1, 0, "a|b\n| c", "<b>*x*</b>");
    List<String> rows = Markdown.of(named).lines().filter(line -> line.startsWith("|")).toList();
    assertThat(rows).anyMatch(row -> row.contains("a\\|b \\| c"));
    assertThat(rows).anyMatch(row -> row.contains("&lt;b\\>\\*x\\*&lt;/b\\>"));
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.replace("\\|", "").split("\\|", -1).length).isIn(8, 6));
  }
}
