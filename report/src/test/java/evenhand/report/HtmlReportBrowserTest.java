package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenhand.audit.Audit;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, in frames of several widths. */
final class HtmlReportBrowserTest {

  private static final int PHONE = 390;
  private static final int DESK = 1200;

  private static final String BAD = "</script><img src=x onerror=\"top.harmed=1\">";
  private static final String WORSE =
      "'\"><svg onload=top.harmed=1><script>top.harmed=1</script><!--";

  private static final String FOREIGN = "<script>top.harmed = 1</script></body>";

  /** Looks into the frames once all is still, and leaves what it saw in the document. */
  private static final String PROBE =
      """
      addEventListener('load', () => setTimeout(() => {
        const seen = Array.from(document.querySelectorAll('iframe'), (frame) => {
          const page = frame.contentDocument;
          const inner = frame.contentWindow.innerWidth;
          const charts = Array.from(page.querySelectorAll('.chart'));
          const out = Array.from(page.querySelectorAll('main *, footer *'))
            .filter((e) => !e.closest('.scroll') && e.getBoundingClientRect().right > inner + 0.5);
          return {inner, scroll: page.documentElement.scrollWidth,
            out: out.map((e) => e.tagName + ' ' + e.getAttribute('class')),
            charts: charts.length,
            marks: charts.map((chart) => chart.querySelectorAll('svg [fill="var(--model)"]').length),
            texts: charts.map((chart) => chart.textContent)};
        });
        const found = {seen, harmed: Boolean(window.harmed), reached: Boolean(window.reached)};
        document.documentElement.setAttribute('data-found', encodeURIComponent(JSON.stringify(found)));
      }, 1000));
      """;

  private static final Pattern FOUND = Pattern.compile("data-found=\"([^\"]*)\"");

  @TempDir private static Path folder;

  private static Browser.Visit visit;
  private static JsonNode found;

  @BeforeAll
  static void visitAllPagesAtOnce() throws Exception {
    Audit thin =
        Audits.of(
            Audits.attribute(
                "sex", List.of(new Cells("a", 3, 1, 0, 0), new Cells("b", 50, 10, 10, 30))));
    String training = HtmlReport.of(AdultEvidence.training());
    visit =
        Browser.in(folder)
            .visit(
                outside(
                    frame(training, DESK),
                    frame(training, PHONE),
                    frame(HtmlReport.of(AdultEvidence.training(BAD, WORSE)), PHONE),
                    frame(HtmlReport.of(thin, "thin.csv"), PHONE)));
    found = found(visit);
  }

  @Test
  void drawsEveryChart() {
    for (int page = 0; page < 3; page++) {
      assertThat(found.at("/seen/" + page + "/charts").asInt()).isEqualTo(6);
      for (JsonNode marks : found.at("/seen/" + page + "/marks")) {
        assertThat(marks.asInt()).as("dots of a chart").isPositive();
      }
    }
    assertThat(found.at("/seen/0/texts/0").asText()).contains("Female", "Male", "0.2");
  }

  @Test
  void nothingSticksOut() {
    for (JsonNode page : found.get("seen")) {
      assertThat(page.get("scroll").asInt()).isEqualTo(page.get("inner").asInt());
      assertThat(page.get("out")).isEmpty();
    }
    assertThat(found.at("/seen/1/inner").asInt()).isEqualTo(PHONE);
  }

  @Test
  void namesFromDataDoNothing() {
    assertThat(found.get("harmed").asBoolean()).isFalse();
    assertThat(found.at("/seen/2/texts/0").asText()).contains("</scr");
  }

  @Test
  void aGroupWithoutEnoughEvidenceKeepsItsRow() {
    assertThat(found.at("/seen/3/texts/0").asText()).contains("insufficient evidence");
    assertThat(found.at("/seen/3/marks/0").asInt()).isEqualTo(1);
  }

  @Test
  void theConsoleIsSilent() {
    assertThat(visit.console()).isEmpty();
  }

  /** Also shows that the other tests would notice. */
  @Test
  void thePolicyRefusesForeignScriptsAloud() throws Exception {
    String page = HtmlReport.of(AdultEvidence.training());
    String guarded = page.replace("</body>", FOREIGN);
    String unguarded =
        guarded.replaceFirst("http-equiv=\"[^\"]*\"", "").replace("top.harmed", "top.reached");
    Browser.Visit tried =
        Browser.in(folder).visit(outside(frame(guarded, DESK), frame(unguarded, DESK)));
    assertThat(found(tried).get("harmed").asBoolean()).isFalse();
    assertThat(found(tried).get("reached").asBoolean()).isTrue();
    assertThat(tried.console()).anyMatch(line -> line.contains("Content Security Policy"));
  }

  private static String frame(String page, int width) {
    String escaped = page.replace("&", "&amp;").replace("\"", "&quot;");
    return "<iframe width=\"%d\" height=\"3000\" style=\"border:0\" srcdoc=\"%s\"></iframe>"
        .formatted(width, escaped);
  }

  private static String outside(String... frames) {
    return "<!DOCTYPE html><html><body>%s<script>%s</script></body></html>"
        .formatted(String.join("", frames), PROBE);
  }

  private static JsonNode found(Browser.Visit visit) throws Exception {
    Matcher matcher = FOUND.matcher(visit.dom());
    assertThat(matcher.find()).as("the probe left its findings").isTrue();
    return new ObjectMapper().readTree(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8));
  }
}
