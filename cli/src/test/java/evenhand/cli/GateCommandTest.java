package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code audit --fail-on} as a gate: its exit codes, and that its report is written regardless. */
final class GateCommandTest {

  @TempDir private Path folder;

  private int gate(Applicants people, String... gates) {
    String data = people.in(folder, "people.csv");
    Program.Result result = Program.runHere(Words.audit(folder, data, gates));
    assertThat(folder.resolve("a.json")).isNotEmptyFile();
    assertThat(result.err().lines()).as("a sentence for every gate").hasSize(gates.length / 2);
    return result.exitCode();
  }

  @Test
  void passed() {
    assertThat(gate(new Applicants(), "--fail-on", "demographic_parity>0.5"))
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void exceeded() {
    assertThat(
            gate(
                new Applicants().setAll("decision", "no").set(1, "decision", "yes"),
                "--fail-on",
                "demographic_parity>0.5",
                "--fail-on",
                "demographic_parity:ratio<0.8"))
        .isEqualTo(ExitCode.NOT_MET);
  }

  @Test
  void unknownWhereAGroupIsTooSmall() {
    Applicants people = new Applicants();
    for (int row = 2; row <= 24; row += 2) {
      people.set(row, "sex", "Female");
    }
    assertThat(gate(people, "--fail-on", "demographic_parity>0.5"))
        .isEqualTo(ExitCode.INSUFFICIENT_EVIDENCE);
  }
}
