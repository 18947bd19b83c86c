package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network under a requirement, from the command line to its decisions. */
final class NetworkCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static Program.Result trained = new Program.Result(-1, "", "");

  @BeforeAll
  static void train() {
    trained =
        Program.in(folder)
            .run(words("lagrangian", "m.evenhand", "--json", "-", "--log", "log.jsonl"));
  }

  private static String[] words(String method, String out, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "train",
                "lending",
                "--group=group",
                "--learner=mlp",
                "--learner-option=epochs=12",
                "--method=" + method,
                "--require=demographic_parity<=0.05",
                "--replicates=100",
                "--seed=1",
                "--out=" + out));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  @Test
  void meetsTheRequirementOnTheRowsItWasTrainedOn() throws IOException {
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    JsonNode first = JSON.readTree(trained.out()).path("requirements").path(0);
    assertThat(first.path("part").asText()).isEqualTo("training");
    assertThat(first.path("value").asDouble()).isBetween(0.0, 0.05);
    assertThat(first.path("plain").asDouble()).isGreaterThan(0.05);
  }

  @Test
  void decidesWithoutLibtorchAsItWasMeasured() throws IOException {
    Program.Result predicted =
        Program.in(folder)
            .with("JAVA_TOOL_OPTIONS", "-Dorg.bytedeco.javacpp.platform=none")
            .run("predict", "m.evenhand", "lending:test", "--out", "decided.csv");
    assertThat(predicted.exitCode()).as(predicted.err()).isZero();

    JsonNode test = JSON.readTree(trained.out()).path("parts").path(2);
    JsonNode measured =
        test.path("decisions").path("attributes").path(0).path("overall").path("metrics");
    List<String> lines = Files.readAllLines(folder.resolve("decided.csv"));
    int prediction = List.of(lines.get(0).split(",", -1)).indexOf("prediction");
    long accepted =
        lines.stream()
            .skip(1)
            .filter(line -> line.split(",", -1)[prediction].equals("yes"))
            .count();
    assertThat(accepted).isEqualTo(measured.path("selection_rate").path("hits").asLong());
  }

  @Test
  void everyPassIsLogged() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("log.jsonl"));

    assertThat(lines).hasSize(12);
    JsonNode last = JSON.readTree(lines.get(11));
    assertThat(last.path("epoch").asInt()).isEqualTo(12);
    assertThat(last.path("loss").asDouble())
        .isLessThan(JSON.readTree(lines.get(0)).path("loss").asDouble());
    assertThat(last.path("multipliers").size()).isEqualTo(2);
    assertThat(last.path("validation_gaps").path("demographic_parity<=0.05@group").asDouble())
        .isBetween(0.0, 1.0);
  }

  @Test
  void nothingToLogIsSaid() {
    Program.Result plain =
        Program.runHere(
            words(
                "plain",
                folder.resolve("p.evenhand").toString(),
                "--keep-unmet",
                "--log",
                folder.resolve("p.jsonl").toString()));

    assertThat(plain.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(plain.err())
        .contains("there is nothing to --log of plain: only regularized, lagrangian");
  }

  @Test
  void oneSeedGivesTheSameBytes() throws IOException {
    Program.Result again = Program.in(folder).run(words("lagrangian", "again.evenhand"));

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(folder.resolve("again.evenhand"))
        .hasSameBinaryContentAs(folder.resolve("m.evenhand"));
  }

  @Test
  void aStrengthIsThePriceOfUnevenness() {
    Program.Result regularized =
        Program.in(folder).run(words("regularized", "r.evenhand", "--strength=1", "--keep-unmet"));

    assertThat(regularized.exitCode()).as(regularized.err()).isIn(ExitCode.DONE, ExitCode.NOT_MET);
    assertThat(folder.resolve("r.evenhand")).exists();
  }

  @Test
  void aStrengthGivenTwiceIsRefused() {
    Program.Result twice =
        Program.runHere(
            words(
                "regularized",
                folder.resolve("s.evenhand").toString(),
                "--strength=1",
                "--method-option=strength=2"));

    assertThat(twice.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(twice.err())
        .contains("the strength is given twice, by --strength and --method-option");
  }

  private static JsonNode goneOn(String method, String out, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("--learner-option=rate=1e-9", "--json=-"));
    words.addAll(List.of(more));
    Program.Result result =
        Program.runHere(
            words(method, folder.resolve(out).toString(), words.toArray(String[]::new)));
    assertThat(result.exitCode()).as(result.err()).isIn(ExitCode.DONE, ExitCode.NOT_MET);
    return JSON.readTree(result.out());
  }

  private static String from() {
    return "--from=" + folder.resolve("m.evenhand");
  }

  private static double accepted(JsonNode evidence) {
    return evidence
        .path("parts")
        .path(2)
        .path("decisions")
        .path("attributes")
        .path(0)
        .path("overall")
        .path("metrics")
        .path("selection_rate")
        .path("hits")
        .asDouble(-1);
  }

  /** Steps of no length leave every method where it began. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "regularized",
        "lagrangian",
        "adversarial",
        "group-dro",
        "learning-to-reweight"
      })
  void everyMethodGoesOnFromASavedModel(String method) throws IOException {
    JsonNode evidence = goneOn(method, "on.evenhand", from(), "--learner-option=epochs=1");

    assertThat(accepted(evidence)).isPositive().isEqualTo(accepted(JSON.readTree(trained.out())));
    JsonNode configured = evidence.path("configuration").path("from");
    assertThat(configured.path(0).asText()).isEqualTo("m.evenhand");
    assertThat(configured.path(1).asText()).matches("sha256:[0-9a-f]{64}");
    assertThat(evidence.path("warnings")).as(evidence.path("warnings").toString()).isEmpty();
    assertThat(evidence.has("cells")).isEqualTo(method.equals("group-dro"));
  }

  @Test
  void onePassFromATrainedNetworkIsBetterThanOneFromNothing() throws IOException {
    double scratch = lossAfterOnePass("scratch");
    double went = lossAfterOnePass("went", from());

    assertThat(went).isLessThan(scratch - 0.05);
  }

  private static double lossAfterOnePass(String name, String... more) throws IOException {
    Path log = folder.resolve(name + ".jsonl");
    List<String> words =
        new ArrayList<>(
            List.of("--learner-option=epochs=1", "--strength=0.1", "--log=" + log, "--keep-unmet"));
    words.addAll(List.of(more));
    Program.Result result =
        Program.runHere(
            words(
                "regularized",
                folder.resolve(name + ".evenhand").toString(),
                words.toArray(String[]::new)));
    assertThat(result.exitCode()).as(result.err()).isIn(ExitCode.DONE, ExitCode.NOT_MET);
    return JSON.readTree(Files.readAllLines(log).get(0)).path("loss").asDouble();
  }

  @Test
  void whatIsNoSuchNetworkIsRefused() {
    String other = folder.resolve("logistic.evenhand").toString();
    Program.runHere(logistic(other));
    assertRefused("logistic.evenhand holds no network", "--from=" + other);
    assertRefused("libtorch finds no CUDA device here; leave device=cuda out", "--device=cuda");
    assertRefused("the device is given twice", "--device=cpu", "--learner-option=device=cpu");
    assertRefused("there is no file", "--from=" + folder.resolve("none.evenhand"));
    assertRefused(
        "the network of m.evenhand has hidden layers 128-64, not 32; leave the option hidden out",
        from(),
        "--learner-option=hidden=32");
    assertRefused(
        "which is no feature here; a training that goes on from it needs its feature columns:",
        from(),
        "--drop=income");
    assertRefused(
        "--from goes on training a network, not logistic; choose --learner mlp",
        Program.runHere(logistic(other, from())));
  }

  private static String[] logistic(String out, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("train", "lending", "--group=group", "--method=plain", "--out=" + out));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static void assertRefused(String sentence, String... more) {
    String out = folder.resolve("refused.evenhand").toString();
    assertRefused(sentence, Program.runHere(words("plain", out, more)));
  }

  private static void assertRefused(String sentence, Program.Result result) {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(result.err()).contains(sentence);
    assertThat(result.err().lines()).hasSize(1);
  }
}
