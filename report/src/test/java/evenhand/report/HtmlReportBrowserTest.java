package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.audit.Audit;
import java.nio.file.Path;
import java.util.List;
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

  private static final String FOREIGN = "<script>top.harmed = 1</script>";

  private static final String LOOK =
      """
      async (frames) => {
        const seen = frames.map((frame) => {
          const page = frame.contentDocument;
          const charts = Array.from(page.querySelectorAll('.chart'));
          return {
            inner: frame.contentWindow.innerWidth,
            scroll: page.documentElement.scrollWidth,
            out: sticksOut(frame),
            charts: charts.length,
            marks: charts.map((chart) => chart.querySelectorAll('svg [fill="var(--model)"]').length),
            texts: charts.map((chart) => chart.textContent)};
        });
        return {seen, harmed: Boolean(window.harmed), reached: Boolean(window.reached)};
      }
      """;

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
                LOOK,
                new Browser.Frame(training, DESK),
                new Browser.Frame(training, PHONE),
                new Browser.Frame(HtmlReport.of(AdultEvidence.training(BAD, WORSE)), PHONE),
                new Browser.Frame(HtmlReport.of(Audits.report(thin, "thin.csv")), PHONE));
    found = visit.found();
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
    int end = page.lastIndexOf("</body>");
    String guarded = page.substring(0, end) + FOREIGN + page.substring(end);
    String unguarded =
        guarded.replaceFirst("http-equiv=\"[^\"]*\"", "").replace("top.harmed", "top.reached");
    Browser.Visit tried =
        Browser.in(folder)
            .visit(LOOK, new Browser.Frame(guarded, DESK), new Browser.Frame(unguarded, DESK));
    assertThat(tried.found().get("harmed").asBoolean()).isFalse();
    assertThat(tried.found().get("reached").asBoolean()).isTrue();
    assertThat(tried.console())
        .singleElement()
        .asString()
        .contains("Content Security Policy", "The action has been blocked");
  }
}
