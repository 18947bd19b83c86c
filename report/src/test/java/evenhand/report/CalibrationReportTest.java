package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.audit.AuditOptions;
import evenhand.calibrate.Calibrated;
import evenhand.calibrate.CalibrationJob;
import evenhand.calibrate.CalibrationMethod;
import evenhand.calibrate.CalibrationOptions;
import evenhand.calibrate.CalibrationSample;
import evenhand.calibrate.Multicalibration;
import evenhand.calibrate.Scale;
import evenhand.calibrate.ScoredRows;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page, the text and the JSON of one calibration, with a group whose name is hostile. */
final class CalibrationReportTest {

  private static final String BAD = "</script><b>";

  private static final Calibrated CALIBRATED = calibrated();

  private static Calibrated calibrated() {
    CalibrationOptions options =
        new CalibrationOptions(
            List.of(CalibrationMethod.BETA),
            CalibrationOptions.Grouping.BY_GROUP,
            CalibrationOptions.Deployment.WITH_GROUPS,
            Optional.of(new Multicalibration(0.05, 1, 100, 100)),
            100,
            AuditOptions.defaults().withReplicates(100));
    return new CalibrationJob(options, List.of(GroupColumn.parse("sex")))
        .run(sample(4000, 1), sample(2000, 2));
  }

  /** The second group's scores are too low, the third has few rows. */
  private static CalibrationSample sample(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] scores = new double[n];
    int[] labels = new int[n];
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      codes[i] = i % 200 == 0 ? 2 : i % 2;
      double truth = random.nextDouble();
      labels[i] = random.nextDouble() < truth ? 1 : 0;
      scores[i] = codes[i] == 1 ? truth * truth : truth;
    }
    return new CalibrationSample(
        ScoredRows.of(scores, labels, Scale.PROBABILITY),
        List.of(new Groups("sex", List.of("F", "M", BAD), codes)));
  }

  @Test
  void pageHasDiagramsAndEscapesNames() {
    String page = CalibrationReport.of(CALIBRATED, "scores " + BAD);
    assertThat(page)
        .contains("Did it help?")
        .contains("Better: ECE 0.")
        .contains("What each group got, and why")
        .contains("Calibration by sex")
        .contains("\"kind\":\"reliability\"")
        .contains("Multicalibration took")
        .contains("&lt;/script&gt;&lt;b&gt;")
        .doesNotContain(BAD);
    assertThat(CalibrationReport.of(CALIBRATED, "scores " + BAD)).isEqualTo(page);
  }

  @Test
  void textFitsTheTerminal() throws IOException {
    StringBuilder out = new StringBuilder();
    CalibrationText.write(CALIBRATED, Terminal.plain(), out);
    assertThat(out.toString())
        .startsWith("Fitted to 4,000 rows, measured on 2,000 others · 95 % intervals\n")
        .containsPattern("M +own +2,000 rows: beta, as asked")
        .contains("20 rows, fewer than 30: the map of everyone")
        .containsPattern("calibration disparity +0\\.1\\d+ +0\\.0\\d+")
        .contains("had the groups been unknown")
        .contains("equalized odds");
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void jsonSaysWhatTheTextSays() {
    JsonNode tree = CalibrationJson.tree(CALIBRATED);
    assertThat(tree.path("schema").asText()).isEqualTo("evenhand.calibration/1");
    assertThat(tree.at("/calibration/groups/2/name").asText()).isEqualTo("M");
    assertThat(tree.at("/calibration/groups/2/map/a").asDouble()).isBetween(0.3, 0.7);
    assertThat(tree.at("/multicalibration/squared_error_after").asDouble())
        .isLessThanOrEqualTo(tree.at("/multicalibration/squared_error_before").asDouble());
    JsonNode few = tree.at("/after/attributes/0/groups/2/ece");
    assertThat(few.path("value").isNull()).isTrue();
    assertThat(few.path("reason").asText()).contains("fewer than 30");
    assertThat(tree.at("/after/audit/attributes/0/parities")).isNotEmpty();
  }

  @Test
  void browserDrawsADotForEveryBin(@TempDir Path folder) throws Exception {
    Browser.Visit visit =
        Browser.in(folder)
            .visit(
                """
                async (frames) => frames[0].contentDocument
                  .querySelectorAll('[fill="var(--model)"]').length
                """,
                new Browser.Frame(CalibrationReport.of(CALIBRATED, "scores"), 1200));
    assertThat(visit.console()).isEmpty();
    assertThat(visit.found().asInt()).isGreaterThanOrEqualTo(25);
  }
}
