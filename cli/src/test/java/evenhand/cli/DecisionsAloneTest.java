package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code audit} of decisions of which nobody knows what came true. */
final class DecisionsAloneTest {

  @TempDir private Path folder;

  private Program.Result audit(String... more) {
    String data = new Applicants().in(folder, "people.csv");
    String[] usual = {"audit", folder.resolve(data).toString(), "--group", "sex"};
    String[] all = new String[usual.length + more.length];
    System.arraycopy(usual, 0, all, 0, usual.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return Program.runHere(all);
  }

  @Test
  void decisionsNeedNoLabel() {
    Program.Result result = audit("--prediction", "decision", "--reference", "sex=Male");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("Audit of people.csv\n")
        .contains("decision is yes, as inferred from the values")
        .contains("that of Male, as given")
        .contains("four-fifths")
        .doesNotContain("accuracy", "opportunity", "positive rate", folder.toString());
  }

  @Test
  void aGateThatNeedsALabelIsOneSentence() {
    Program.Result result =
        audit("--prediction", "decision", "--fail-on", "equal_opportunity>0.1", "--json", "-");
    assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).singleElement().asString().contains("--label");
  }

  @Test
  void theGateIsSaidOnStdoutToo() {
    Program.Result result =
        audit("--prediction", "decision", "--fail-on", "demographic_parity:ratio<0.01");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).containsPattern("gate +passed +demographic_parity:ratio of sex is");
    assertThat(result.err()).contains("demographic_parity:ratio of sex is");
  }

  @Test
  void pointsOfAnyRangeAreScores() {
    Program.Result result = audit("--score", "income", "--exclude", "sex=Nobody");
    assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(result.err()).contains("sex has no group Nobody; it has Female, Male");
    assertThat(audit("--score", "income").out()).contains("income is above everyone's median, ");
  }

  @Test
  void whichDecisionCountsIsAskedAboutInOneSentence() {
    Program.Result result = audit("--prediction", "city");
    assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(result.err().lines()).singleElement().asString().contains("column city");
  }
}
