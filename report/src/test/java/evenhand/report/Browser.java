package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium. Without one on the path, tests that need it are skipped, except under {@code
 * CI=true}, where they fail.
 *
 * @param command the browser's executable
 * @param folder an empty folder of the test's own
 */
record Browser(Path command, Path folder) {

  /** What a page left behind: its document after scripts ran, and its console. */
  record Visit(String dom, List<String> console) {}

  static Browser in(Path folder) {
    Optional<Path> found = find();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("a Chromium on the PATH, for CI is true").isPresent();
    }
    assumeTrue(found.isPresent(), "needs a Chromium on the PATH");
    return new Browser(found.orElseThrow(), folder);
  }

  private static Optional<Path> find() {
    List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
    String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    return names.stream()
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a page and waits until it is still. */
  Visit visit(String page) throws IOException, InterruptedException {
    Path file = Files.createTempFile(folder, "page", ".html");
    Files.writeString(file, page);
    Path dom = Files.createTempFile(folder, "dom", ".html");
    Path log = Files.createTempFile(folder, "log", ".txt");
    List<String> arguments = new ArrayList<>(List.of(command.toString(), "--headless"));
    Collections.addAll(
        arguments,
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--enable-logging=stderr",
        "--virtual-time-budget=2500",
        "--window-size=1400,900",
        "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
        "--dump-dom",
        file.toUri().toString());
    Process process =
        new ProcessBuilder(arguments)
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IOException("the browser took more than a minute");
    }
    List<String> console =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("CONSOLE"))
            .toList();
    return new Visit(Files.readString(dom), console);
  }
}
