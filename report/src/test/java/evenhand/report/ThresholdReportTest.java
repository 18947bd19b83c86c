package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.threshold.ThresholdOptions;
import evenhand.threshold.ThresholdOptions.Decisions;
import evenhand.threshold.ThresholdOptions.Scope;
import evenhand.train.ThresholdEvidence;
import org.junit.jupiter.api.Test;

final class ThresholdReportTest {

  private static final String REQUIREMENT = "demographic_parity<=0.01";

  private static int count(String page, String part) {
    return page.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  @Test
  void showsThresholdsCurvesAndEveryParityBeforeAndAfter() {
    ThresholdEvidence evidence =
        ThresholdTextTest.evidence(ThresholdOptions.defaults(), REQUIREMENT);
    String page = ThresholdReport.of(evidence, "scored.csv");
    assertThat(page)
        .contains("<h1>scored.csv</h1>", "Thresholds by group", "demographic_parity&lt;=0.01@sex")
        .contains("ROC curve of F: true positive rate ")
        .contains("Gaps between groups of sex", "Predictive value parity", "Demographic parity")
        .contains("% from ", ">Expected</th>", ">Drawn</th>", "thresholds, expected")
        .contains("Metrics by sex, thresholds, as drawn, training")
        .contains("Metrics by sex, single threshold, ")
        .doesNotContain(">Measured</th><th scope=\"col\">Before</th>");
    assertThat(count(page, "\"kind\":\"roc\"")).isEqualTo(2);
    assertThat(page).isEqualTo(ThresholdReport.of(evidence, "scored.csv"));
  }

  @Test
  void saysWhatDecidingWithoutChanceGivesUp() {
    ThresholdOptions options =
        ThresholdOptions.defaults().withDecisions(Decisions.DETERMINISTIC).withScope(Scope.SHARED);
    assertThat(ThresholdReport.of(ThresholdTextTest.evidence(options, REQUIREMENT), "scored.csv"))
        .containsPattern(
            "<p>Without chance, 0\\.\\d{4} of accuracy is given up on the training rows")
        .contains("no thresholds without chance do better.")
        .contains(">Measured</th><th scope=\"col\">Before</th>")
        .doesNotContain(">Expected</th>", ">Drawn</th>", "expected</small>", "as drawn");
  }

  @Test
  void escapesTheNameOfTheRows() {
    ThresholdEvidence evidence =
        ThresholdTextTest.evidence(ThresholdOptions.defaults(), REQUIREMENT);
    assertThat(ThresholdReport.of(evidence, "</title><script>top.harmed=1</script>"))
        .doesNotContain("<script>top.harmed");
  }
}
