package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs what must be refused, and holds what was said. */
record Refusal(String sentence, List<String> hints) {

  /**
   * Demands exit code 2, one sentence of the program's own on stderr, nothing on stdout and no file
   * made, removed or left half-written in the folder. Paths into the folder are shortened.
   */
  static Refusal of(Path folder, String... arguments) {
    Refusal refusal = withHints(folder, arguments);
    assertThat(refusal.hints).as("one sentence alone").isEmpty();
    return refusal;
  }

  /** The same for a wrong command line, where hints may follow the sentence. */
  static Refusal withHints(Path folder, String... arguments) {
    List<String> before = files(folder);
    return judge(folder, before, Program.runHere(arguments));
  }

  /** The same as {@link #of}, in a process of its own that runs in the folder. */
  static Refusal ofProcess(Path folder, String... arguments) {
    List<String> before = files(folder);
    Refusal refusal = judge(folder, before, Program.in(folder).run(arguments));
    assertThat(refusal.hints).as("one sentence alone").isEmpty();
    return refusal;
  }

  private static Refusal judge(Path folder, List<String> before, Program.Result result) {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(result.out()).isEmpty();
    assertThat(files(folder)).isEqualTo(before);
    List<String> lines = result.err().replace(folder + File.separator, "").lines().toList();
    assertThat(lines).isNotEmpty();
    assertThat(lines.get(0)).startsWith("evenhand: ").doesNotContain("failed unexpectedly");
    assertThat(result.err()).doesNotContain("Exception", "\tat ");
    return new Refusal(
        lines.get(0).substring("evenhand: ".length()), lines.subList(1, lines.size()));
  }

  /** What is in the folder, but for the logs of the process. */
  static List<String> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(file -> folder.relativize(file).toString())
          .filter(name -> !name.startsWith(".logs"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
