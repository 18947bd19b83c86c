package evenhand.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A headless Chromium. Without one on the path, tests that need it are skipped, except under {@code
 * CI=true}, where they fail.
 *
 * @param command the browser's executable
 * @param folder an empty folder of the test's own
 */
record Browser(Path command, Path folder) {

  /** A page in a frame of its own, with room for all of its height. */
  record Frame(String page, int width) {

    private String html() {
      String escaped = page.replace("&", "&amp;").replace("\"", "&quot;");
      return "<iframe width=\"%d\" height=\"3000\" style=\"border:0\" srcdoc=\"%s\"></iframe>"
          .formatted(width, escaped);
    }
  }

  /** What a look at the frames found, and what the browser's console said meanwhile. */
  record Visit(JsonNode found, List<String> console) {}

  /**
   * Looks once every chart is drawn and two frames in a row look alike. Waiting for that and not
   * for a time, it finds the same on a busy machine; what never happens is given up after half a
   * minute, so that the findings say what is missing. The console takes the findings out: whatever
   * was said before stands before them.
   */
  private static final String PROBE =
      """
      const until = async (holds) => {
        for (const start = performance.now(); !holds() && performance.now() - start < 30000;) {
          await new Promise(requestAnimationFrame);
        }
      };
      const still = (frames) => {
        let before = '';
        return until(() => {
          const charts = frames.flatMap((frame) =>
            Array.from(frame.contentDocument.querySelectorAll('.chart')));
          const now = charts.map((chart) => chart.innerHTML).join();
          const same = now === before;
          before = now;
          return same && charts.every((chart) => chart.querySelector('svg path, svg text'));
        });
      };
      const sticksOut = (frame) => Array
        .from(frame.contentDocument.querySelectorAll('main *, footer *'))
        .filter((e) => !e.closest('.scroll')
          && e.getBoundingClientRect().right > frame.contentWindow.innerWidth + 0.5)
        .map((e) => e.tagName + ' ' + e.getAttribute('class'));
      addEventListener('load', async () => {
        const frames = Array.from(document.querySelectorAll('iframe'));
        await still(frames);
        const look = %s;
        const found = await look(frames).catch((problem) => ({problem: String(problem)}));
        console.log('found:' + encodeURIComponent(JSON.stringify(found)) + ':');
      });
      """;

  private static final Pattern FOUND = Pattern.compile("\"found:([^:]*):\"");

  static Browser in(Path folder) {
    Optional<Path> found = find();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("a Chromium on the PATH, for CI is true").isPresent();
    }
    assumeTrue(found.isPresent(), "needs a Chromium on the PATH");
    return new Browser(found.orElseThrow(), folder);
  }

  private static Optional<Path> find() {
    return find(List.of("chromium", "chromium-browser", "google-chrome"));
  }

  private static Optional<Path> find(List<String> names) {
    String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    return names.stream()
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Opens the frames in one window and looks at them when all is drawn.
   *
   * @param look an asynchronous JavaScript function of the frames' elements, giving what is found;
   *     it may call {@code until(condition)} and {@code sticksOut(frame)}
   */
  Visit visit(String look, Frame... frames) throws Exception {
    Path file = Files.createTempFile(folder, "page", ".html");
    Files.writeString(
        file,
        """
        <!DOCTYPE html>
        <html><head><meta charset="utf-8"></head><body>%s<script>%s</script></body></html>
        """
            .formatted(
                Stream.of(frames).map(Frame::html).collect(Collectors.joining()),
                PROBE.formatted(look)));
    ProcessBuilder builder =
        new ProcessBuilder(arguments(file)).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("TMPDIR", folder.toString());
    Process process = builder.start();
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    try {
      JsonNode found =
          CompletableFuture.supplyAsync(() -> listen(process, said)).get(90, TimeUnit.SECONDS);
      assertThat(found.path("problem").asText()).as("what stopped the look").isEmpty();
      return new Visit(found, said.stream().filter(line -> line.contains("CONSOLE")).toList());
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the browser gave no findings:\n" + String.join("\n", said), e);
    } finally {
      end(process);
    }
  }

  /**
   * Prints a page on paper and reads what stands there, in lines as they are laid out. Without
   * {@code pdftotext} on the path, tests that need it are skipped.
   */
  String printed(String page) throws Exception {
    Path file = Files.createTempFile(folder, "page", ".html");
    Files.writeString(file, page);
    Path pdf = folder.resolve("page.pdf");
    List<String> print = new ArrayList<>(arguments(file));
    print.addAll(1, List.of("--print-to-pdf=" + pdf, "--no-pdf-header-footer"));
    run(print);
    Path text = folder.resolve("page.txt");
    Optional<Path> reader = find(List.of("pdftotext"));
    assumeTrue(reader.isPresent(), "needs pdftotext on the PATH");
    run(List.of(reader.orElseThrow().toString(), "-layout", pdf.toString(), text.toString()));
    return Files.readString(text);
  }

  private void run(List<String> words) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("TMPDIR", folder.toString());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).as(words.get(0)).isTrue();
    } finally {
      end(process);
    }
  }

  private List<String> arguments(Path file) throws IOException {
    return List.of(
        command.toString(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--enable-logging=stderr",
        "--window-size=1400,900",
        "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
        file.toUri().toString());
  }

  /** Collects what the browser says up to the findings. */
  private static JsonNode listen(Process process, List<String> said) {
    try (BufferedReader log = process.errorReader(UTF_8)) {
      for (String line = log.readLine(); line != null; line = log.readLine()) {
        Matcher found = FOUND.matcher(line);
        if (found.find()) {
          return new ObjectMapper().readTree(URLDecoder.decode(found.group(1), UTF_8));
        }
        said.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the browser ended");
  }

  /** Lets the browser tidy up and waits for the last of its processes: they write to the folder. */
  private static void end(Process process) throws Exception {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    for (ProcessHandle child : children) {
      child.destroyForcibly();
      child.onExit().get(20, TimeUnit.SECONDS);
    }
  }
}
