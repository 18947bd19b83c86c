package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.Audit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class HtmlReportTest {

  private static final String PAGE = HtmlReport.of(AdultEvidence.training());

  private static final Audit THIN =
      Audits.of(
          Audits.attribute(
              "sex", List.of(new Cells("a", 3, 1, 0, 0), new Cells("b", 50, 10, 10, 30))));

  private static String policy() {
    String found = all("Content-Security-Policy\" content=\"([^\"]*)\"", PAGE).get(0);
    return found.replace("&#x27;", "'");
  }

  private static String withoutScripts(String page) {
    return page.replaceAll("(?s)<script.*?</script>", "").replaceAll("(?s)<style.*?</style>", "");
  }

  private static List<String> all(String regex, String text) {
    return Pattern.compile(regex, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void saysTheVerdictInPlainWords() {
    assertThat(withoutScripts(PAGE))
        .contains("Met on training and validation rows; not met on test rows.")
        .contains("for all groups of sex, selection rate lies within 0.02 of that of all rows")
        .contains("was stated by whoever started the training, before it began")
        .contains("Undecided at 95 %", "0.0280</span>, allowed 0.02");
  }

  /** What is judged stands first, and what was drawn beside it under its own name. */
  @Test
  void aModelThatDecidesByChanceIsShownByItsExpectation() {
    String page = withoutScripts(HtmlReport.of(AdultEvidence.randomised(0.009)));
    assertThat(page)
        .contains("Met on training, validation and test rows.")
        .contains("0.0190</span> expected, allowed 0.02", "<dt>drawn</dt><dd>0.0280</dd>")
        .contains("Met in expectation; the draw misses it", "model, as drawn")
        .contains("Test rows (16,281): the model, as drawn")
        .contains("Expected is the value over those probabilities");
  }

  @Test
  void whereNothingIsRandomThereIsOneFigure() {
    assertThat(withoutScripts(PAGE))
        .doesNotContain("expected, ", "as expected", "as drawn", "<dt>drawn", "≤ 0.02");
  }

  @Test
  void showsItsNumbersWithoutScripts() {
    String page = withoutScripts(PAGE);
    assertThat(page).contains("0.0133", "0.0280", "0.1227", "26,050", "889 of 5,421");
    assertThat(all("<caption>(.*?)</caption>", page))
        .contains(
            "Selection rate by sex: model and plain model",
            "Accuracy and gap of the plain model and the model",
            "Metrics by race, plain model, test (1 of 3)",
            "Parities by sex, model, training",
            "Gaps of every metric by sex, model, test",
            "Pairs of groups of race, model, test",
            "Effective configuration",
            "Search",
            "Fingerprints of the encoded rows (SHA-256)");
    assertThat(page).contains("07bd".repeat(16), "members of the mixture", "Four-fifths rule");
  }

  @Test
  void needsNothingFromElsewhere() {
    String page = withoutScripts(PAGE);
    assertThat(page).doesNotContain("src=").doesNotContain("<link").doesNotContain("url(");
    assertThat(all("href=\"([^\"]*)\"", page)).isNotEmpty().allMatch(link -> link.startsWith("#"));
    assertThat(policy())
        .contains("default-src 'none'")
        .doesNotContain("script-src 'unsafe-inline'");
  }

  @Test
  void onlyItsOwnScriptsMayRun() throws Exception {
    List<String> scripts = all("<script>(.*?)</script>", PAGE);
    assertThat(scripts).hasSize(2);
    List<String> allowed = all("'sha256-([^']*)'", policy());
    for (int i = 0; i < 2; i++) {
      byte[] text = scripts.get(i).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      assertThat(allowed.get(i)).isEqualTo(Base64.getEncoder().encodeToString(hash));
    }
  }

  @Test
  void sameEvidenceSameBytes() {
    assertThat(HtmlReport.of(AdultEvidence.training())).isEqualTo(PAGE);
  }

  @Test
  void namesFromDataStayText() {
    String bad = "</script><img src=x onerror=alert(1)>";
    String page = HtmlReport.of(AdultEvidence.training(bad, "\"'><b>&amp;"));
    assertThat(withoutScripts(page)).doesNotContain("<img").doesNotContain("<b>");
    assertThat(page).contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
    assertThat(all("(<script)", page)).hasSameSizeAs(all("(<script)", PAGE));
    assertThat(all("(</script)", page)).hasSameSizeAs(all("(</script)", PAGE));
  }

  @Test
  void insufficientEvidenceIsWrittenWithItsCounts() {
    String page = withoutScripts(HtmlReport.of(Audits.report(THIN, "thin.csv")));
    assertThat(page)
        .contains("insufficient evidence: 4 rows, fewer than 30")
        .contains("1 of 4")
        .contains("insufficient evidence for a")
        .contains("thin.csv");
  }

  @Test
  void everyChartSaysInWordsWhatItShows() {
    assertThat(all("<div class=\"chart\" role=\"img\" aria-label=\"([^\"]*)\"", PAGE))
        .hasSize(6)
        .contains(
            "Test, selection rate: Female 0.164, plain model 0.078, Male 0.206, plain model 0.262")
        .anyMatch(words -> words.startsWith("Test: plain model accuracy 0.84"));
  }

  @Test
  void everyLinkInThePageLeadsSomewhere() {
    for (String page : List.of(PAGE, HtmlReport.of(Audits.report(THIN, "thin.csv")))) {
      List<String> ids = all(" id=\"([^\"]*)\"", withoutScripts(page));
      assertThat(ids).doesNotHaveDuplicates();
      assertThat(ids).containsAll(all("href=\"#([^\"]*)\"", withoutScripts(page)));
    }
  }

  @Test
  void copiesTheAuditsNotesOnHowItWasComputed() {
    Audit noted =
        new Audit(THIN.rows(), THIN.attributes(), 0.95, 30, List.of("Rows are weighted."));
    assertThat(HtmlReport.of(Audits.report(noted, "x"))).contains("<li>Rows are weighted.</li>");
  }
}
