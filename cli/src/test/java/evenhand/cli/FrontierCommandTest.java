package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tiny sweep of the embedded set, as a process, interrupted, and wrong. */
final class FrontierCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FILES =
      List.of(
          "alternatives.csv",
          "alternatives.json",
          "chosen.evenhand",
          "frontier.csv",
          "frontier.html",
          "frontier.png",
          "frontier.svg");

  @TempDir private static Path folder;
  private static Program.Result swept = new Program.Result(-1, "", "");

  @BeforeAll
  static void sweep() {
    swept = Program.in(folder).run(words("whole", "--parallel=1"));
  }

  private static String[] words(String out, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "frontier",
                "lending",
                "--group=group",
                "--method=plain,reduction,threshold",
                "--method=grid",
                "--method-option=grid.points=5",
                "--strengths=0.02,0.05",
                "--seed=1",
                "--replicates=100",
                "--out=" + out));
    if (Stream.of(more).noneMatch(word -> word.startsWith("--tolerance"))) {
      words.add("--tolerance=demographic_parity<=0.05");
    }
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void groupsThatLackRowsAreNamedBeforeAnythingIsFitted() {
    Program.Result few =
        Program.runHere(
            words(
                path("few"),
                "--parity=equal_opportunity",
                "--min-rows=400",
                "--tolerance=equal_opportunity<=0.05"));
    assertThat(few.exitCode()).as(few.err()).isEqualTo(ExitCode.INSUFFICIENT_EVIDENCE);
    assertThat(few.err())
        .contains("equal_opportunity by group can't be known on the 2,000 validation rows: B: ")
        .contains("rows have label 1, fewer than 400; hold out more rows with --validation");
    assertThat(few.out()).isEmpty();
    assertThat(folder.resolve("few")).doesNotExist();
  }

  @Test
  void writesEveryFileAndSaysWhatWasChosen() throws IOException {
    assertThat(swept.exitCode()).as(swept.err()).isZero();
    assertThat(swept.err()).isEmpty();
    assertThat(swept.out())
        .startsWith("accuracy against demographic parity by group\n10 candidates; ")
        .contains("\n> ")
        .contains("on test rows, which no choice used: ");
    FILES.forEach(file -> assertThat(folder.resolve("whole").resolve(file)).isNotEmptyFile());
    assertThat(Refusal.files(folder.resolve("whole").resolve("candidates")))
        .contains(
            "plain-seed1.evenhand",
            "reduction-0.02-seed1.evenhand",
            "threshold-0.05-seed1.evenhand",
            "grid-5-seed1.evenhand")
        .hasSize(11);
    JsonNode tree = JSON.readTree(folder.resolve("whole/alternatives.json").toFile());
    assertThat(tree.at("/selection/verdict").asText()).isEqualTo("met");
    assertThat(tree.at("/selection/rows").asText()).isEqualTo("validation");
    assertThat(tree.get("candidates")).hasSize(10);
  }

  /** The chosen model decides on the test rows as its line of the frontier says. */
  @Test
  void theChosenModelIsTheOneThatWasMeasured() throws IOException {
    JsonNode tree = JSON.readTree(folder.resolve("whole/alternatives.json").toFile());
    String chosen = tree.at("/selection/chosen").asText();
    for (String part : List.of("test", "validation")) {
      List<String> predict =
          new ArrayList<>(
              List.of(
                  "predict",
                  path("whole/chosen.evenhand"),
                  part.equals("test") ? "lending:test" : "lending",
                  "--out",
                  path(part + ".csv")));
      if (part.equals("validation")) {
        predict.add("--rows=validation");
      }
      assertThat(Program.runHere(predict.toArray(String[]::new)).exitCode()).isZero();
      JsonNode audited =
          JSON.readTree(
              Program.runHere(
                      "audit",
                      path(part + ".csv"),
                      "--label=approved",
                      "--prediction=prediction",
                      "--group=group",
                      "--replicates=100",
                      "--json=-")
                  .out());
      double said = -1;
      for (JsonNode candidate : tree.get("candidates")) {
        if (candidate.get("name").asText().equals(chosen)) {
          said = candidate.at("/measures/" + part + "/gap/value").asDouble();
        }
      }
      assertThat(audited.at("/attributes/0/parities/0/value").asDouble()).isEqualTo(said);
    }
  }

  @Test
  void sameSeedSameBytesOnAnyNumberOfThreads() {
    assertThat(Program.runHere(words(path("again"), "--parallel=3", "--json=-")).exitCode())
        .isZero();
    assertSame("again");
  }

  private static void assertSame(String name) {
    assertThat(Refusal.files(folder.resolve(name)))
        .isEqualTo(Refusal.files(folder.resolve("whole")));
    for (String file : Refusal.files(folder.resolve("whole"))) {
      if (Files.isRegularFile(folder.resolve("whole").resolve(file))) {
        assertThat(folder.resolve(name).resolve(file))
            .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
      }
    }
  }

  @Test
  // TERM, which a shell that started this in the background has not made it ignore, as it does INT
  void anInterruptedSweepGoesOnWhereItWas() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs /bin/kill");
    Path place = Files.createDirectory(folder.resolve("killed"));
    Process process = Program.in(place).start(List.of(), words("half", "--parallel=1"));
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (process.isAlive() && !isBegun(place)) {
        assertThat(System.nanoTime()).as("no candidate in a minute").isLessThan(end);
        Thread.sleep(5);
      }
      assertThat(new ProcessBuilder("/bin/kill", "-TERM", "" + process.pid()).start().waitFor())
          .isBetween(0, 1);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(place.resolve("half/frontier.html")).doesNotExist();
    Program.Result resumed = Program.runHere(words(place.resolve("half").toString()));
    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.err()).contains(" there already\n");
    assertThat(resumed.out()).isEqualTo(swept.out());
    Files.move(place.resolve("half"), folder.resolve("half"));
    assertSame("half");
  }

  private static boolean isBegun(Path place) {
    Path candidates = place.resolve("half/candidates");
    // names alone: a file that is renamed meanwhile has no attributes to read
    String[] names = candidates.toFile().list();
    return names != null && Stream.of(names).anyMatch(name -> name.endsWith(".evenhand"));
  }

  @Test
  void aToleranceThatNothingMeetsIsNotMet() throws IOException {
    Program.Result result =
        Program.runHere(
            words(
                path("unmet"),
                "--method-option=grid.limit=1",
                "--tolerance=demographic_parity<=0"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_MET);
    assertThat(result.out())
        .contains("No candidate meets demographic_parity<=0 on validation rows, so none is chosen");
    assertThat(folder.resolve("unmet/chosen.evenhand")).doesNotExist();
    assertThat(folder.resolve("unmet/frontier.html")).isNotEmptyFile();
  }

  @Test
  void aToleranceStatedAfterwardsIsSaidToBe() {
    Program.runHere(words(path("later"), "--seeds=1"));
    Program.Result result =
        Program.runHere(words(path("later"), "--tolerance=accuracy:given_up<=0.02"));
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("stated after 10 candidates were known")
        .doesNotContain("stated before the search, chosen");
  }

  @Test
  void refusesWhatMakesNoSense() throws IOException {
    assertRefused("there is no method magic; the methods are ", "--method=magic");
    assertRefused("there is no parity evenness; ", "--parity=evenness");
    assertRefused("selection_rate is no metric ", "--metric=selection_rate");
    assertRefused("the strength 0.1 is given twice", "--strengths=0.1,0.1");
    assertRefused(
        "the bound of demographic_parity must be between 0 and 1, was 2.0", "--strengths=2");
    assertRefused("the number of seeds must be from 1 to 1000, was 0", "--seeds=0");
    assertRefused("--parallel must be at least 1, was 0", "--parallel=0");
    assertRefused(
        "the tolerance equalized_odds<=0.1 must be of ", "--tolerance=equalized_odds<=0.1");
    assertRefused("the method option points belongs to no method", "--method-option=points=3");
    assertRefused(
        "the parity demographic_parity@age names no group", "--parity=demographic_parity@age");
    assertRefused("the reference must be a metric and a gap", "--reference=1");
    Files.writeString(folder.resolve("a-file"), "");
    Refusal refusal = Refusal.of(folder, words(path("a-file")));
    assertThat(refusal.sentence())
        .isEqualTo("can't write into a-file: it is a file, a folder is needed");
  }

  private static void assertRefused(String sentence, String wrong) {
    assertThat(Refusal.of(folder, words(path("refused"), wrong)).sentence()).startsWith(sentence);
  }
}
