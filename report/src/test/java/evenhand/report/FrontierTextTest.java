package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.frontier.FrontierEvidence;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class FrontierTextTest {

  private static String text(FrontierEvidence evidence) throws IOException {
    StringBuilder out = new StringBuilder();
    FrontierText.write(evidence, Terminal.plain(), out);
    return out.toString();
  }

  @Test
  void marksTheChosenAmongTheFrontier() throws IOException {
    String text = text(Frontiers.chosen());
    assertThat(text)
        .startsWith("accuracy against demographic parity by sex\n")
        .contains("8 candidates, 1 of them without a model; on the frontier of 6,512 validation")
        .contains("\n> reduction 0.02 seed 2 ")
        .contains("90 %  chosen\n")
        .contains("90 %  knee\n")
        .contains("stated before the search")
        .contains(
            "on test rows, which no choice used: accuracy 0.8260 (0.8160–0.8360), gap 0.0240 (0.0200–0.0280), met\n")
        .contains("knee: reduction 0.06 seed 3\n")
        .contains("hypervolume against accuracy 0, gap 1: 0.8300 (0.8200–0.8400)\n");
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void withoutAToleranceNoneIsChosen() throws IOException {
    assertThat(text(Frontiers.withoutTolerance())).doesNotContain("chosen").doesNotContain("> ");
  }
}
