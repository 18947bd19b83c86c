package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.rapaio.jupyter.kernel.channels.LoopThread;

/**
 * A Jupyter notebook, as a file.
 *
 * @param tree as Jupyter writes it
 */
record Notebook(JsonNode tree) {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int ATTEMPTS = 2;
  private static final int ANSWER_SECONDS = 30;
  private static final int PATIENCE_SECONDS = 240;
  private static final String NO_ANSWER = "Kernel didn't respond";

  static Notebook read(Path file) throws IOException {
    return new Notebook(JSON.readTree(file.toFile()));
  }

  /** Cells of code, in their order. */
  List<JsonNode> code() {
    return StreamSupport.stream(tree.path("cells").spliterator(), false)
        .filter(cell -> cell.path("cell_type").asText().equals("code"))
        .toList();
  }

  /** What the cell of that id printed. */
  String printed(String id) {
    StringBuilder text = new StringBuilder();
    for (JsonNode output : cell(id).path("outputs")) {
      output.path("text").forEach(line -> text.append(line.asText()));
    }
    return text.toString();
  }

  /** Of what kinds the cell's output is, such as {@code image/png}. */
  List<String> shown(String id) {
    List<String> kinds = new ArrayList<>();
    cell(id).path("outputs").forEach(o -> o.path("data").fieldNames().forEachRemaining(kinds::add));
    return kinds;
  }

  private JsonNode cell(String id) {
    return code().stream()
        .filter(cell -> cell.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no cell " + id));
  }

  /**
   * Runs a notebook from top to bottom with the Java kernel, in the notebook's folder.
   *
   * @param kernel the kernel's jar
   * @param folder an empty one, for the kernel's description and what comes out
   * @return with outputs, those of cells that failed too
   */
  static Notebook execute(Path file, Path kernel, Path folder)
      throws IOException, InterruptedException {
    describe(file, kernel, folder);
    for (int attempt = 1; ; attempt++) {
      Path log = folder.resolve("log-%d.txt".formatted(attempt));
      int exitCode = convert(file, folder, log);
      if (exitCode == 0) {
        return read(folder.resolve("executed.ipynb"));
      }
      String said = Files.readString(log);
      if (attempt == ATTEMPTS || !said.contains(NO_ANSWER)) {
        throw new AssertionError("nbconvert ended with %d: %s".formatted(exitCode, said));
      }
    }
  }

  /** Without nbconvert the test is skipped, except under {@code CI=true}, where it fails. */
  static void requireNbconvert() {
    Optional<Path> found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "jupyter-nbconvert"))
            .filter(Files::isExecutable)
            .findFirst();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("jupyter-nbconvert on the PATH, for CI is true").isPresent();
    }
    assumeTrue(found.isPresent(), "needs jupyter-nbconvert on the PATH");
  }

  /** The kernel's description, where Jupyter looks for the one that the notebook names. */
  private static void describe(Path file, Path kernel, Path folder) throws IOException {
    String name = read(file).tree().path("metadata").path("kernelspec").path("name").asText();
    ObjectNode description = JSON.createObjectNode().put("display_name", "Java");
    description.put("language", "java").put("interrupt_mode", "message");
    List<String> words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx2g",
            "-XX:+UseParallelGC",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-cp",
            repaired() + File.pathSeparator + kernel,
            "org.rapaio.jupyter.kernel.MainApp",
            "{connection_file}");
    words.forEach(description.putArray("argv")::add);
    description.putObject("env").put("OMP_WAIT_POLICY", "PASSIVE");
    Path place = Files.createDirectories(folder.resolve("kernels").resolve(name));
    JSON.writeValue(place.resolve("kernel.json").toFile(), description);
  }

  /** Where the class is that takes the place of one of the kernel's. */
  private static Path repaired() {
    try {
      return Path.of(LoopThread.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int convert(Path file, Path folder, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "jupyter-nbconvert",
                "--to=notebook",
                "--execute",
                "--allow-errors",
                "--ExecutePreprocessor.startup_timeout=" + ANSWER_SECONDS,
                "--ExecutePreprocessor.timeout=" + PATIENCE_SECONDS,
                "--output-dir=" + folder,
                "--output=executed.ipynb",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // Jupyter's files of this very user stay out of it, and as they are.
    builder.environment().put("JUPYTER_PATH", folder.toString());
    builder.environment().put("JUPYTER_CONFIG_DIR", folder.resolve("config").toString());
    builder.environment().put("JUPYTER_DATA_DIR", folder.resolve("data").toString());
    builder.environment().put("JUPYTER_RUNTIME_DIR", folder.resolve("runtime").toString());
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("no end after %d s: %s".formatted(PATIENCE_SECONDS, file));
    }
    return process.exitValue();
  }
}
