package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FrontierReportTest {

  private static final String BAD = "</script><img src=x onerror=\"top.harmed=1\">";

  /** Hovers over the chosen diamond of each page's first chart and waits for what it says. */
  private static final String LOOK =
      """
      async (frames) => {
        const charts = (frame) => Array.from(frame.contentDocument.querySelectorAll('.chart'));
        const count = (chart, fill) =>
          chart.querySelectorAll('svg [fill="var(--' + fill + ')"]').length;
        const tip = (frame) => Array
          .from(frame.contentDocument.querySelectorAll('.tip'), (tip) => tip.textContent).join('|');
        const found = frames.map((frame) => ({
          inner: frame.contentWindow.innerWidth,
          scroll: frame.contentDocument.documentElement.scrollWidth,
          out: sticksOut(frame),
          members: charts(frame).map((chart) => count(chart, 'model')),
          chosen: charts(frame).map((chart) => count(chart, 'met'))}));
        for (const frame of frames) {
          const chart = charts(frame)[0];
          const box = chart.querySelector('svg path[fill="var(--met)"]').getBoundingClientRect();
          const at = {bubbles: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2};
          const canvas = chart.querySelector('svg').parentElement;
          ['mousemove', 'mouseover'].forEach((kind) => canvas.dispatchEvent(
            new frame.contentWindow.MouseEvent(kind, at)));
        }
        await until(() => frames.every((frame) => tip(frame) !== ''));
        frames.forEach((frame, f) => { found[f].tip = tip(frame); });
        return {harmed: Boolean(window.harmed), seen: found};
      }
      """;

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
                LOOK,
                new Browser.Frame(page, 1200),
                new Browser.Frame(page, 390),
                new Browser.Frame(hostile, 390));
    JsonNode found = visit.found();
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
}
