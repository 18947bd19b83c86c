package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FrontierReportTest {

  private static final String BAD = "</script><img src=x onerror=\"top.harmed=1\">";

  /** Hovers over the chosen diamond once all is still, and leaves what it saw. */
  private static final String PROBE =
      """
      addEventListener('load', () => setTimeout(() => {
        const seen = Array.from(document.querySelectorAll('iframe'), (frame) => {
          const page = frame.contentDocument;
          const inner = frame.contentWindow.innerWidth;
          const charts = Array.from(page.querySelectorAll('.chart'));
          const out = Array.from(page.querySelectorAll('main *, footer *'))
            .filter((e) => !e.closest('.scroll') && e.getBoundingClientRect().right > inner + 0.5);
          const count = (chart, fill) => chart.querySelectorAll('svg [fill="var(--' + fill + ')"]').length;
          const mark = charts[0].querySelector('svg path[fill="var(--met)"]');
          const box = mark.getBoundingClientRect();
          const at = {bubbles: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2};
          const canvas = charts[0].querySelector('svg').parentElement;
          ['mousemove', 'mouseover'].forEach((kind) => canvas.dispatchEvent(
            new frame.contentWindow.MouseEvent(kind, at)));
          return {inner, scroll: page.documentElement.scrollWidth,
            out: out.map((e) => e.tagName + ' ' + e.getAttribute('class')),
            members: charts.map((chart) => count(chart, 'model')),
            chosen: charts.map((chart) => count(chart, 'met')),
            page: page};
        });
        setTimeout(() => {
          const found = {harmed: Boolean(window.harmed), seen: seen.map((one) => ({...one, page: undefined,
            tip: Array.from(one.page.querySelectorAll('.tip'), (tip) => tip.textContent).join('|')}))};
          document.documentElement.setAttribute('data-found', encodeURIComponent(JSON.stringify(found)));
        }, 400);
      }, 1000));
      """;

  private static final Pattern FOUND = Pattern.compile("data-found=\"([^\"]*)\"");

  @Test
  void isOnePageWithEverythingInIt() {
    String page = FrontierReport.of(Frontiers.chosen());
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("<h1>Accuracy against demographic parity by sex</h1>")
        .contains("Chosen on validation rows: reduction 0.02 seed 2")
        .contains("Frontier on test rows")
        .contains("Not chosen, number 5")
        .contains("Not chosen, number 7")
        .contains("1 dominated candidates lie outside the chart");
    // the scripts hold such words; what is around them loads nothing
    assertThat(page.replaceAll("(?s)<script.*?</script>", ""))
        .doesNotContain("<img", "<link", " src=");
    assertThat(FrontierReport.of(Frontiers.chosen())).isEqualTo(page);
    assertThat(FrontierReport.of(Frontiers.withoutTolerance()))
        .contains("None is chosen: no tolerance was stated.");
  }

  @Test
  void drawsInABrowserWideAndNarrowAndSaysWhatIsUnderThePointer(@TempDir Path folder)
      throws Exception {
    String page = FrontierReport.of(Frontiers.chosen());
    String hostile = FrontierReport.of(Frontiers.named(BAD, BAD));
    Browser.Visit visit =
        Browser.in(folder)
            .visit(
                "<!DOCTYPE html><html><body>%s%s%s<script>%s</script></body></html>"
                    .formatted(frame(page, 1200), frame(page, 390), frame(hostile, 390), PROBE));
    Matcher matcher = FOUND.matcher(visit.dom());
    assertThat(matcher.find()).as("the probe left its findings").isTrue();
    JsonNode found =
        new ObjectMapper().readTree(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8));
    assertThat(found.get("harmed").asBoolean()).isFalse();
    assertThat(found.get("seen")).hasSize(3);
    for (JsonNode seen : found.get("seen")) {
      assertThat(seen.get("scroll").asInt()).isEqualTo(seen.get("inner").asInt());
      assertThat(seen.get("out")).isEmpty();
      assertThat(seen.get("members")).hasSize(3);
      // three members, the fourth is the chosen diamond
      seen.get("members").forEach(count -> assertThat(count.asInt()).isEqualTo(3));
      seen.get("chosen").forEach(count -> assertThat(count.asInt()).isEqualTo(1));
      assertThat(seen.get("tip").asText())
          .contains("0.02 seed 2")
          .contains("accuracy 0.8280 (0.8180–0.8380), gap 0.0220 (0.0180–0.0260)")
          .contains("on the frontier (in 90 % of replicates)");
    }
    assertThat(visit.console()).isEmpty();
  }

  private static String frame(String page, int width) {
    String escaped = page.replace("&", "&amp;").replace("\"", "&quot;");
    return "<iframe width=\"%d\" height=\"3000\" style=\"border:0\" srcdoc=\"%s\"></iframe>"
        .formatted(width, escaped);
  }
}
