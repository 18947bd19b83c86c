package evenhand.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the command line as a process of its own, as a person would, or for many small cases within
 * this one, where a run takes a tenth of the time.
 */
final class Program {

  private static final int PATIENCE_SECONDS = 120;

  private final Path folder;
  private final Map<String, String> environment;

  private Program(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Runs in that folder. */
  static Program in(Path folder) {
    return new Program(folder, Map.of());
  }

  Program with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Program(folder, more);
  }

  /** What the process said when it ended. */
  record Result(int exitCode, String out, String err) {}

  Result run(String... arguments) {
    return run(List.of(), arguments);
  }

  /** Runs in this process; the folder does not count, so every path must be absolute. */
  static Result runHere(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try (PrintStream newOut = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream newErr = new PrintStream(complained, true, StandardCharsets.UTF_8)) {
      System.setOut(newOut);
      System.setErr(newErr);
      int exitCode = Main.run(new Stdout(newOut), new Stderr(newErr), arguments);
      return new Result(
          exitCode,
          said.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** The same beside others, who do not touch the streams of the process. */
  static Result runAside(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    int exitCode = Main.run(new Stdout(said), new Stderr(complained), arguments);
    return new Result(
        exitCode,
        said.toString(StandardCharsets.UTF_8),
        complained.toString(StandardCharsets.UTF_8));
  }

  /**
   * @param wrapper words before {@code java}, such as those of a shell that sets limits
   */
  Result run(List<String> wrapper, String... arguments) {
    try {
      Process process = start(wrapper, arguments);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("no end after two minutes: " + Arrays.toString(arguments));
      }
      return new Result(process.exitValue(), read("out.txt"), read("err.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Starts without waiting; output goes to {@code out.txt} and {@code err.txt} in the folder's
   * logs.
   */
  Process start(List<String> wrapper, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(wrapper);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    if (Runtime.version().feature() >= 22) {
      words.add("--enable-native-access=ALL-UNNAMED");
    }
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "evenhand.cli.Main"));
    words.addAll(List.of(arguments));
    Files.createDirectories(logs());
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectOutput(logs().resolve("out.txt").toFile())
            .redirectError(logs().resolve("err.txt").toFile());
    builder.environment().putAll(environment);
    builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
    return builder.start();
  }

  private Path logs() {
    return folder.resolve(".logs");
  }

  private String read(String name) throws IOException {
    return Files.readString(logs().resolve(name), StandardCharsets.UTF_8);
  }
}
