package evenhand.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a page's commands by bash, with the packaged jar and the launcher's flags as {@code
 * evenhand} on the PATH.
 *
 * @param programs the folder of that {@code evenhand}
 * @param folder to run in
 * @param data the real data sets; none where it is empty
 */
record PageShell(Path programs, Path folder, String data) {

  private static final Pattern FLAGS = Pattern.compile("flags=\\(([^)]*)\\)");

  /** What was printed to either stream, in its order, as a person would see it. */
  record Ended(int exitCode, Printed printed, double seconds) {}

  /** Writes the program that the commands call. */
  static void prepare(Path programs, Path launcher, Path jar) throws IOException {
    Matcher flags = FLAGS.matcher(Files.readString(launcher));
    if (!flags.find()) {
      throw new AssertionError(launcher + " has no flags=(...)");
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String text =
        "#!/bin/sh\nexec '%s' %s -jar '%s' \"$@\"\n"
            .formatted(java, flags.group(1).replaceAll("\\s+", " "), jar);
    Path program = programs.resolve("evenhand");
    Files.writeString(program, text);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Ended run(String command, long patienceSeconds) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start(plain(command));
    if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("no end after %d s: %s".formatted(patienceSeconds, command));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    String said = Files.readString(log(), StandardCharsets.UTF_8);
    return new Ended(process.exitValue(), Printed.of(said), seconds);
  }

  /** The words after {@code evenhand}, as bash takes the command apart. */
  List<String> words(String command) throws IOException, InterruptedException {
    Process process = start("evenhand() { printf '%s\\0' \"$@\"; }; " + plain(command));
    process.waitFor();
    String[] words = Files.readString(log(), StandardCharsets.UTF_8).split("\0", -1);
    return List.of(words).subList(0, words.length - 1);
  }

  private static String plain(String command) {
    return command.replaceFirst("(^| )\\./evenhand ", "$1evenhand ");
  }

  private Path log() {
    return folder.resolveSibling(folder.getFileName() + ".log");
  }

  private Process start(String text) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", text)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    builder.environment().merge("PATH", programs.toString(), (path, own) -> own + ":" + path);
    builder.environment().put("EVENHAND_DATA", data);
    builder.environment().put("XDG_CACHE_HOME", programs.resolve("cache").toString());
    builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
    return builder.start();
  }
}
