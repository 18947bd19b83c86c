package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a table to a model, its evidence, its decisions and their audit, on the embedded set. */
final class TrainCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double ROUNDING = 1e-12;

  @TempDir private static Path folder;
  private static Program.Result trained = new Program.Result(-1, "", "");
  private static JsonNode evidence = JSON.nullNode();

  @BeforeAll
  static void train() throws IOException {
    trained = Program.in(folder).run(words("m", "--seed", "1", "--json", "-"));
    evidence = JSON.readTree(trained.out());
  }

  /** With the model and its report under that name; files are named within the folder. */
  private static String[] words(String name, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "train",
                "lending",
                "--group=group",
                "--require=demographic_parity<=0.03",
                "--replicates=100",
                "--out=" + name + ".evenhand",
                "--report=" + name + ".html"));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  private static JsonNode named(JsonNode list, String field, String value) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(each -> each.path(field).asText().equals(value))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void meetsTheRequirementAndSaysSo() {
    assertThat(trained.exitCode()).isZero();
    assertThat(trained.err()).isEmpty();
    assertThat(evidence.path("schema").asText()).isEqualTo("evenhand.train/1");
    JsonNode training = named(evidence.path("requirements"), "part", "training");
    assertThat(training.path("verdict").asText()).isEqualTo("met");
    assertThat(training.path("value").asDouble()).isBetween(0.0, 0.03);
    assertThat(training.path("plain").asDouble()).isGreaterThan(0.03);
    assertThat(evidence.path("parts")).hasSize(3);
    assertThat(folder.resolve("m.html")).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void predictionsAuditedAgreeWithTheEvidence() throws IOException {
    predict("m", "lending", "training.csv", "--rows=training");
    assertAgrees("training", "training.csv");
    predict("m", "lending", "validation.csv", "--rows=validation");
    assertAgrees("validation", "validation.csv");
    predict("m", "lending:test", "test.csv");
    assertAgrees("test", "test.csv");
  }

  private void predict(String model, String data, String out, String... more) {
    List<String> words =
        new ArrayList<>(List.of("predict", path(model + ".evenhand"), data, "--out", path(out)));
    words.addAll(List.of(more));
    assertThat(Program.runHere(words.toArray(String[]::new)))
        .isEqualTo(new Program.Result(ExitCode.DONE, "", ""));
  }

  private void assertAgrees(String part, String decided) throws IOException {
    JsonNode said = named(evidence.path("parts"), "part", part);
    assertSame(audit(decided, "--prediction=prediction", "--score=score"), said.path("decisions"));
    assertSame(
        audit(decided, "--acceptance=acceptance_probability", "--score=score"),
        said.path("expected"));
  }

  private JsonNode audit(String decided, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "audit",
                path(decided),
                "--label=approved",
                "--positive=yes",
                "--group=group",
                "--replicates=100",
                "--json=-"));
    words.addAll(List.of(more));
    Program.Result result = Program.runHere(words.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return JSON.readTree(result.out());
  }

  private static void assertSame(JsonNode audited, JsonNode said) {
    assertThat(audited.path("rows")).isEqualTo(said.path("rows"));
    JsonNode one = audited.path("attributes").path(0);
    JsonNode other = said.path("attributes").path(0);
    assertThat(one.path("groups")).hasSize(2).hasSameSizeAs(other.path("groups"));
    for (int g = 0; g < 2; g++) {
      assertSameMetrics(one.path("groups").path(g), other.path("groups").path(g));
    }
    assertSameMetrics(one.path("overall"), other.path("overall"));
    assertThat(one.path("parities")).isNotEmpty().hasSameSizeAs(other.path("parities"));
    for (int p = 0; p < one.path("parities").size(); p++) {
      JsonNode parity = one.path("parities").path(p);
      assertThat(parity.path("value").asDouble())
          .as(parity.path("name").asText())
          .isCloseTo(other.path("parities").path(p).path("value").asDouble(), within(ROUNDING));
    }
  }

  private static void assertSameMetrics(JsonNode audited, JsonNode said) {
    assertThat(audited.path("name")).isEqualTo(said.path("name"));
    assertThat(audited.path("rows")).isEqualTo(said.path("rows"));
    for (String metric : List.of("selection_rate", "accuracy", "true_positive_rate", "auc")) {
      JsonNode value = audited.path("metrics").path(metric).path("value");
      assertThat(value.isNumber()).as(metric).isTrue();
      assertThat(value.asDouble())
          .as(metric)
          .isCloseTo(said.path("metrics").path(metric).path("value").asDouble(), within(ROUNDING));
    }
  }

  @Test
  void sameSeedSameBytes() throws IOException {
    Program.Result again =
        Program.in(folder).run(words("again", "--seed", "1", "--json", "again.json"));
    assertThat(again.exitCode()).isZero();
    assertThat(folder.resolve("again.evenhand"))
        .hasSameBinaryContentAs(folder.resolve("m.evenhand"));
    assertThat(folder.resolve("again.html")).hasSameBinaryContentAs(folder.resolve("m.html"));
    assertThat(folder.resolve("again.json")).content().isEqualTo(trained.out());
  }

  @Test
  void configurationSameBytes() throws IOException {
    Files.writeString(
        folder.resolve("c.yaml"),
        """
        group: group
        require: [demographic_parity<=0.03]
        replicates: 100
        seed: 7
        report: c.html
        json: "-"
        """);
    Program.Result result =
        Program.in(folder)
            .run("train", "lending", "--config", "c.yaml", "--seed=1", "--out=c.evenhand");
    assertThat(result).isEqualTo(trained);
    assertThat(folder.resolve("c.evenhand")).hasSameBinaryContentAs(folder.resolve("m.evenhand"));
  }

  @Test
  void anotherSeedIsAnotherSplit() throws IOException {
    assertThat(
            Program.runHere(
                    "train",
                    "lending",
                    "--group=group",
                    "--require=demographic_parity<=0.03",
                    "--replicates=100",
                    "--seed=2",
                    "--out",
                    path("two.evenhand"),
                    "--json",
                    path("two.json"))
                .exitCode())
        .isZero();
    JsonNode two = JSON.readTree(folder.resolve("two.json").toFile());
    assertThat(two.path("fingerprints").path("training"))
        .isNotEqualTo(evidence.path("fingerprints").path("training"));
    assertThat(Files.readAllBytes(folder.resolve("two.evenhand")))
        .isNotEqualTo(Files.readAllBytes(folder.resolve("m.evenhand")));
  }

  @Test
  void decisionsDependOnTheRowAlone() throws IOException {
    predict("m", "lending:test", "first.csv");
    predict("m", "lending:test", "second.csv");
    assertThat(folder.resolve("second.csv")).hasSameBinaryContentAs(folder.resolve("first.csv"));

    List<String> lines = Files.readAllLines(folder.resolve("first.csv"));
    List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.reverse(rows);
    String header = lines.get(0);
    int inputs = header.substring(0, header.indexOf(",prediction")).split(",", -1).length;
    List<String> reversed = new ArrayList<>(List.of(firstFields(header, inputs)));
    rows.forEach(row -> reversed.add(firstFields(row, inputs)));
    Files.write(folder.resolve("reversed.csv"), reversed);
    predict("m", path("reversed.csv"), "third.csv");
    List<String> decided = Files.readAllLines(folder.resolve("third.csv"));
    assertThat(decided.subList(1, decided.size())).isEqualTo(rows);
  }

  private static String firstFields(String line, int count) {
    return String.join(",", List.of(line.split(",", -1)).subList(0, count));
  }

  @Test
  void unmetRequirementWritesNoModelUnlessAskedTo() {
    String[] unmet = {
      "train",
      "lending",
      "--group=group",
      "--require=demographic_parity<=0.03",
      "--method=plain",
      "--replicates=100",
      "--out=" + path("plain.evenhand")
    };
    Program.Result refused = Program.runHere(unmet);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.NOT_MET);
    assertThat(refused.err())
        .isEqualTo(
            "evenhand: a requirement is not met on the training rows, so no model was written;"
                + " --keep-unmet writes it all the same, or take a --method that pursues a bound,"
                + " such as reduction or threshold\n");
    assertThat(folder.resolve("plain.evenhand")).doesNotExist();

    List<String> keeping = new ArrayList<>(List.of(unmet));
    keeping.add("--keep-unmet");
    Program.Result kept = Program.runHere(keeping.toArray(String[]::new));
    assertThat(kept.exitCode()).isEqualTo(ExitCode.NOT_MET);
    assertThat(kept.err()).isEmpty();
    assertThat(folder.resolve("plain.evenhand")).isNotEmptyFile();
  }

  @Test
  void infeasibleRequirementsAreDiagnosed() {
    Program.Result result =
        Program.runHere(
            "train",
            "lending",
            "--group=group",
            "--require=bounded_group_loss<=0.01",
            "--require=demographic_parity<=0.5",
            "--replicates=100",
            "--out=" + path("infeasible.evenhand"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_MET);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err())
        .startsWith(
            "evenhand: the requirements can't be met on the training rows with this learner: the smallest violation reached is ")
        .contains("demographic_parity<=0.5@group can be met")
        .contains("bounded_group_loss<=0.01@group is broken by at least ");
    assertThat(folder.resolve("infeasible.evenhand")).doesNotExist();
  }
}
