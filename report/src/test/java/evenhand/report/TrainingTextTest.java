package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class TrainingTextTest {

  @Test
  void saysVerdictsPlainModelAndWhatWasGivenUp() throws IOException {
    StringBuilder out = new StringBuilder();
    TrainingText.write(AdultEvidence.training(), Terminal.plain(), out);
    assertThat(out.toString())
        .startsWith("warning: demographic_parity:to_overall<=0.02@sex is tighter")
        .containsPattern("training +met +0\\.0133 +0\\.0\\d+–0\\.0\\d+ +0\\.1227")
        .containsPattern("test +not met +0\\.0280")
        .containsPattern("test +16,281 +0\\.83\\d+ +0\\.84\\d+ +−0\\.01");
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }
}
