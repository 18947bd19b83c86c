package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The standard output of a process: full, closed, a file, or a pipe that nobody reads on. */
final class StdoutTest {

  private static final List<String> FULL = List.of("sh", "-c", "exec \"$@\" > /dev/full", "sh");

  @TempDir private Path folder;

  @BeforeEach
  void write() {
    assumeTrue(Files.isWritable(Path.of("/dev/full")), "needs a device that is always full");
    new Applicants().in(folder, "people.csv");
  }

  private static String[] audit(String... more) {
    List<String> words =
        new java.util.ArrayList<>(
            List.of("audit", "people.csv", "--label=approved", "--prediction=decision"));
    words.addAll(List.of("--group=sex", "--replicates=100"));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private void train() {
    assertThat(Program.runHere(Words.train(folder, "people.csv")).exitCode()).isZero();
  }

  private void assertRefused(Program.Result result) {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).startsWith("evenhand: can't write to stdout: ");
  }

  @Test
  void aFullDiskBehindAReportIsAFailure() {
    assertRefused(Program.in(folder).run(FULL, audit("--json=a.json", "--report=a.html")));
    assertThat(folder.resolve("a.json")).as("outputs appear together").doesNotExist();
    assertThat(folder.resolve("a.html")).doesNotExist();
  }

  @Test
  void aFullDiskBehindDecisionsIsAFailure() {
    train();
    assertRefused(
        Program.in(folder).run(FULL, "predict", "m.evenhand", "people.csv", "--out", "-"));
  }

  @Test
  void aFullDiskBehindTheHelpIsAFailure() {
    assertRefused(Program.in(folder).run(FULL, "train", "--help"));
  }

  @Test
  void aClosedOutputIsAFailure() {
    assertRefused(
        Program.in(folder).run(List.of("sh", "-c", "exec \"$@\" >&-", "sh"), audit("--json", "-")));
  }

  @Test
  void aReaderWhoHasSeenEnoughIsLeftInPeace() {
    Program.Result result =
        Program.in(folder)
            .run(
                List.of("bash", "-c", "\"$@\" | true; exit ${PIPESTATUS[0]}", "bash"),
                audit("--json=a.json"));
    assertThat(result).isEqualTo(new Program.Result(ExitCode.DONE, "", ""));
    assertThat(folder.resolve("a.json")).exists();
  }

  @Test
  void aReaderOfAModelWhoHasGoneIsLeftInPeace() {
    List<String> words = new ArrayList<>(List.of(Words.train(folder, "people.csv")));
    words.set(words.indexOf("--out") + 1, "-");
    Program.Result result =
        Program.in(folder)
            .run(
                List.of("bash", "-c", "\"$@\" | true; exit ${PIPESTATUS[0]}", "bash"),
                words.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aLinkToTheOutputIsTheOutput() throws IOException {
    assumeTrue(Files.isSymbolicLink(Path.of("/proc/self/fd/1")), "needs /proc");
    train();
    Path link = Files.createSymbolicLink(folder.resolve("out"), Path.of("/proc/self/fd/1"));
    Program.Result result =
        Program.in(folder)
            .run(
                List.of("sh", "-c", "echo before; exec \"$@\"", "sh"),
                "predict",
                "m.evenhand",
                "people.csv",
                "--out=out");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).startsWith("before\nincome,city,");
    assertThat(result.out().lines()).hasSize(Applicants.ROWS + 2);
    assertThat(link).isSymbolicLink();
  }

  @Test
  void aNamedPipeIsWrittenTo() throws IOException {
    train();
    Program.Result result =
        Program.in(folder)
            .run(
                List.of("sh", "-c", "mkfifo pipe; cat pipe > read.csv & \"$@\"; wait", "sh"),
                "predict",
                "m.evenhand",
                "people.csv",
                "--out=pipe");
    assertThat(result).isEqualTo(new Program.Result(ExitCode.DONE, "", ""));
    assertThat(Files.readAllLines(folder.resolve("read.csv"))).hasSize(Applicants.ROWS + 1);
    assertThat(Files.isRegularFile(folder.resolve("pipe"))).isFalse();
  }

  @Test
  void tooLittleMemoryIsOneSentence() throws IOException {
    StringBuilder rows = new StringBuilder("g,y,p\n");
    for (int i = 0; i < 400_000; i++) {
      rows.append(i % 2).append(',').append(i % 3 % 2).append(',').append(i % 5 % 2).append('\n');
    }
    Files.writeString(folder.resolve("large.csv"), rows);
    Program.Result result =
        Program.in(folder)
            .with("JAVA_TOOL_OPTIONS", "-Xmx12m")
            .run("audit", "large.csv", "--label=y", "--positive=1", "--prediction=p", "--group=g");
    assertThat(result.exitCode()).isEqualTo(ExitCode.FAILURE);
    List<String> said =
        result.err().lines().filter(line -> !line.startsWith("Picked up ")).toList();
    assertThat(said).as(result.err()).hasSize(1);
    assertThat(said.get(0)).startsWith("evenhand: the memory is not enough, ");
  }

  @Test
  void everyCommandKnowsItsVersion() {
    for (String command : List.of("train", "predict", "audit", "datasets")) {
      assertThat(Program.runHere(command, "--version").out()).startsWith("evenhand ");
      assertThat(Program.runHere(command, "-V").out()).startsWith("evenhand ");
    }
  }
}
