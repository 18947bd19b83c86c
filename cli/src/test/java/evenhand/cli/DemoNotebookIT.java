package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The notebook in docs, run as a person would: by Jupyter, with the jar as it was built. Maven runs
 * this after it packaged that.
 */
final class DemoNotebookIT {

  private static final Path FILE = Path.of("..", "docs", "demo.ipynb").toAbsolutePath().normalize();
  private static final Path KERNEL = Path.of("target", "notebook", "kernel.jar").toAbsolutePath();
  private static final double BOUND = 0.03;

  @TempDir private static Path folder;
  private static Notebook executed = new Notebook(NullNode.instance);

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    Notebook.requireNbconvert();
    assertThat(KERNEL).as("copied by Maven before this test").exists();
    executed = Notebook.execute(FILE, KERNEL, folder);
  }

  /** Nor does one end with a value that no one asked to see. */
  @Test
  void everyCellRuns() {
    assertThat(executed.code().size()).isGreaterThan(12);
    for (JsonNode cell : executed.code()) {
      assertThat(cell.path("execution_count").isInt()).as(cell.path("id").asText()).isTrue();
      for (JsonNode output : cell.path("outputs")) {
        assertThat(output.path("output_type").asText())
            .as("%s: %s", cell.path("id").asText(), output)
            .isNotIn("error", "execute_result");
      }
    }
  }

  @Test
  void itIsKeptWithoutOutputs() throws IOException {
    for (JsonNode cell : Notebook.read(FILE).code()) {
      assertThat(cell.path("outputs")).as(cell.path("id").asText()).isEmpty();
    }
    assertThat(Files.readString(FILE)).doesNotContain("file:", "/home/", "/tmp/");
  }

  @Test
  void pastApprovalsLeaveTheGapThatTheirModelSays() {
    assertThat(number("history", "  A +6,050 +([0-9.]+)")).isEqualTo(0.418);
    assertThat(number("history", "  B +3,950 +([0-9.]+)")).isEqualTo(0.241);
    double truth = number("history", "the gap between A and B is ([0-9]+\\.[0-9]+)");
    assertThat(truth).isBetween(0.1578, 0.1950);
  }

  @Test
  void whatIsRequiredHoldsOnTrainingRows() {
    for (String id : List.of("reduction", "lagrangian")) {
      assertThat(executed.printed(id)).as(id).containsPattern("training +met ");
      assertThat(number(id, "training +met +([0-9.]+)")).as(id).isLessThanOrEqualTo(BOUND);
    }
    assertThat(executed.printed("thresholds")).containsPattern("training +met ");
  }

  @Test
  void aPriceAndAnAdversaryMakeTheGapSmallerAndPromiseNothing() {
    for (String id : List.of("regularized", "adversarial")) {
      double gap = number(id, "training +not met +([0-9.]+)");
      double plain = number(id, "training +not met +[0-9.]+ +[0-9.–]+ +([0-9.]+)");
      assertThat(gap).as(id).isLessThan(0.9 * plain);
    }
    assertThat(number("adversarial", "fresh adversary: balanced accuracy ([0-9.]+)"))
        .isBetween(0.5, 0.65);
  }

  @Test
  void aPriceTurnsTheWayDownhill() {
    String downhill = ": loss [0-9.]+, downhill is ([-+0-9.]+) for A";
    assertThat(number("loss", "η = 0" + downhill)).isCloseTo(0.022, within(0.002));
    assertThat(number("loss", "η = 3" + downhill)).isCloseTo(-0.349, within(0.002));
  }

  @Test
  void mapsByGroupPutLogOddsRightAndBringThePastGapBack() {
    String off = " log odds off by ([-+0-9.]+)";
    assertThat(number("calibration", "as scored +A " + off)).isGreaterThan(0.2);
    assertThat(number("calibration", "as scored +B " + off)).isLessThan(-0.4);
    for (String method : List.of("platt", "isotonic")) {
      for (String group : List.of("A", "B")) {
        assertThat(number("calibration", method + " +" + group + " " + off))
            .as(method + " of " + group)
            .isCloseTo(0, within(0.1));
      }
    }
    assertThat(number("thresholds", "test +(?:not )?met +[0-9.]+ +[0-9.–]+ +([0-9.]+)"))
        .isCloseTo(0.18, within(0.01));
  }

  @Test
  void theChosenIsWithinTheToleranceThatWasStated() {
    assertThat(number("frontier", "> .* ([0-9.]+) +[0-9.]+ +[0-9.]+ +[0-9]+ %  chosen"))
        .isLessThanOrEqualTo(BOUND);
    assertThat(executed.printed("frontier")).contains("test rows, which no choice used");
    assertThat(executed.printed("evidence")).contains("test rows accepted by the model read back");
    assertThat(executed.shown("evidence")).contains("text/markdown");
  }

  @Test
  void thresholdsByGroupLoseTheLeast() {
    String accuracy = " +accuracy ([0-9.]+)";
    double thresholds = number("summary", "thresholds by group" + accuracy);
    for (String other :
        List.of("reduction, logistic", "lagrangian, mlp", "chosen on the frontier")) {
      assertThat(thresholds).as(other).isGreaterThan(number("summary", other + accuracy));
    }
    assertThat(thresholds).isLessThan(number("summary", "plain, logistic" + accuracy));
  }

  @Test
  void picturesAreShown() {
    assertThat(executed.shown("reduction-picture")).contains("image/png");
    assertThat(executed.shown("frontier-picture")).contains("image/png");
  }

  /** The first group of the pattern's first match in what the cell printed. */
  private static double number(String id, String pattern) {
    String printed = executed.printed(id);
    Matcher matcher = Pattern.compile(pattern).matcher(printed);
    assertThat(matcher.find()).as("%s in: %s", pattern, printed).isTrue();
    return Double.parseDouble(matcher.group(1));
  }
}
