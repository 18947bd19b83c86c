package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.DataFolder;
import evenhand.tables.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every {@code evenhand} command in a fenced block of the pages, run as a person would, in a fresh
 * folder for each page. {@code -Devenhand.docs=write} writes what was printed into the pages,
 * {@code -Devenhand.docs=all} runs what is marked as not run too, {@code -Devenhand.docs.page=TEXT}
 * takes only pages with that in their names. How long each took is in {@code
 * target/documented-commands.txt}.
 */
final class DocumentedCommandsIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path JAR = Path.of("target", "evenhand.jar").toAbsolutePath();
  private static final Path TIMES = Path.of("target", "documented-commands.txt");
  private static final String MODE = System.getProperty("evenhand.docs", "");
  private static final int AT_ONCE = 2;

  /** Of every kind of mark; another one is a decision. */
  private static final Map<Mark.Kind, Long> MARKS =
      Map.of(Mark.Kind.NOT_RUN, 8L, Mark.Kind.EXIT, 3L);

  private static final ExecutorService POOL = Executors.newFixedThreadPool(AT_ONCE);

  @TempDir private static Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    assertThat(JAR).as("packaged by Maven before this test").exists();
    PageShell.prepare(folder, ROOT.resolve("evenhand"), JAR);
    Files.deleteIfExists(TIMES);
  }

  @AfterAll
  static void end() {
    POOL.shutdownNow();
  }

  @Test
  void marksAreCounted() throws IOException {
    Map<Mark.Kind, Long> found =
        pages().stream()
            .flatMap(page -> page.steps().stream())
            .flatMap(step -> step.marks().stream())
            .collect(Collectors.groupingBy(Mark::kind, Collectors.counting()));
    assertThat(found).isEqualTo(MARKS);
  }

  @TestFactory
  Stream<DynamicTest> everyCommandDoesWhatItsPageSays() throws IOException {
    String wanted = System.getProperty("evenhand.docs.page", "");
    List<DynamicTest> tests = new ArrayList<>();
    for (Page page : pages()) {
      if (!page.steps().isEmpty() && page.name().contains(wanted)) {
        Callable<List<String>> found = started(page);
        tests.add(DynamicTest.dynamicTest(page.name(), () -> assertThat(found.call()).isEmpty()));
      }
    }
    return tests.stream();
  }

  private static List<Page> pages() throws IOException {
    List<Page> pages = new ArrayList<>();
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      for (Path file : Stream.concat(top, docs).sorted().toList()) {
        if (file.toString().endsWith(".md")) {
          pages.add(Page.read(ROOT, file));
        }
      }
    }
    return pages;
  }

  /** Runs in the background; without the data that it needs, the test says so when its turn is. */
  private static Callable<List<String>> started(Page page) {
    if (needsData(page) && !DataFolder.isThere()) {
      return () -> complaints(page, DataFolder.needed().toString());
    }
    Future<List<String>> running = POOL.submit(() -> complaints(page, dataFor(page)));
    return running::get;
  }

  private static String dataFor(Page page) {
    return needsData(page) ? DataFolder.needed().toString() : "";
  }

  private static boolean needsData(Page page) {
    return page.steps().stream()
        .flatMap(step -> step.commands().stream())
        .anyMatch(
            command ->
                Catalogue.names().stream()
                    .anyMatch(name -> !name.equals("lending") && command.contains(name)));
  }

  private static List<String> complaints(Page page, String data)
      throws IOException, InterruptedException {
    PageRun.Findings findings = PageRun.in(folder, page, data, MODE.contains("all")).findings();
    Files.write(TIMES, findings.times(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    List<String> complaints = new ArrayList<>(findings.complaints());
    if (!MODE.contains("write")) {
      complaints.addAll(findings.differences());
    } else if (!findings.outputs().isEmpty()) {
      Files.write(ROOT.resolve(page.name()), page.with(new TreeMap<>(findings.outputs())));
    }
    return complaints;
  }
}
