package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From scored rows to decisions, and from a model to one that decides by thresholds. */
final class ThresholdCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Program.Result threshold(String data, String... more) {
    List<String> words = new ArrayList<>(List.of("threshold", path(data)));
    words.addAll(List.of("--score=estimate", "--label=approved", "--group=sex"));
    words.addAll(List.of("--replicates=100", "--seed=3", "--out=" + path("out.csv")));
    words.addAll(List.of(more));
    return Program.runHere(words.toArray(String[]::new));
  }

  @Test
  void writesDecisionsInTheLabelsValuesAndTheProbabilities() throws IOException {
    new Applicants().rename("decision", "past").in(folder, "scored.csv");
    Program.Result result =
        threshold(
            "scored.csv",
            "--require=demographic_parity<=0",
            "--validation=0",
            "--json=" + path("thresholds.json"));
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("thresholds by sex", "demographic_parity<=0@sex", "plain:");
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    assertThat(lines).hasSize(Applicants.ROWS + 1);
    assertThat(lines.get(0)).endsWith(",approved,decision,probability");
  }

  @Test
  void predictiveValuesCanBeKeptEvenAndTheReportShowsIt() throws IOException {
    new Applicants().rename("decision", "past").in(folder, "scored.csv");
    Program.Result result =
        threshold(
            "scored.csv",
            "--require=predictive_value_parity<=0.05",
            "--validation=0",
            "--report=" + path("r.html"));
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("predictive_value_parity<=0.05@sex\n");
    assertThat(Files.readString(folder.resolve("r.html")))
        .startsWith("<!DOCTYPE html>")
        .contains("Thresholds by group", "predictive_value_parity&lt;=0.05@sex");
  }

  @Test
  void jsonHoldsThresholdsAndTheirEvidence() throws IOException {
    new Applicants().rename("decision", "past").in(folder, "scored.csv");
    Program.Result result =
        threshold("scored.csv", "--require=true_positive_rate>=0.6", "--validation=0", "--json=-");
    JsonNode tree = JSON.readTree(result.out());
    assertThat(tree.path("schema").asText()).isEqualTo("evenhand.thresholds/1");
    assertThat(tree.path("fitted").get(0).path("value").asDouble())
        .isGreaterThanOrEqualTo(0.6 - 1e-9);
    assertThat(tree.path("cells")).hasSize(2);
    assertThat(tree.path("objectives").get(0).path("expected").asDouble())
        .isCloseTo(tree.path("objective").path("expected").asDouble(), within(1e-9));
    assertThat(
            threshold(
                "scored.csv", "--require=true_positive_rate>=0.6", "--validation=0", "--json=-"))
        .isEqualTo(result);
  }

  @Test
  void otherRowsNeedNoLabel() throws IOException {
    new Applicants().rename("decision", "past").in(folder, "scored.csv");
    new Applicants()
        .rename("decision", "past")
        .rename("approved", "unknown")
        .in(folder, "other.csv");
    Program.Result result =
        threshold(
            "scored.csv",
            "--require=demographic_parity<=0",
            "--validation=0",
            "--apply=" + path("other.csv"));
    assertThat(result.exitCode()).isZero();
    List<String> applied = Files.readAllLines(folder.resolve("out.csv"));
    assertThat(applied.get(0)).contains("unknown").endsWith("decision,probability");
    threshold("scored.csv", "--require=demographic_parity<=0", "--validation=0");
    List<String> own = Files.readAllLines(folder.resolve("out.csv"));
    assertThat(applied.subList(1, applied.size())).isEqualTo(own.subList(1, own.size()));
  }

  @Test
  void oneThresholdForAllAsksForNoGroupLater() throws IOException {
    new Applicants().rename("decision", "past").in(folder, "scored.csv");
    new Applicants().rename("decision", "past").rename("sex", "other").in(folder, "other.csv");
    Program.Result result =
        threshold(
            "scored.csv",
            "--require=demographic_parity<=0.1",
            "--validation=0",
            "--shared",
            "--deterministic",
            "--objective=cost:1,2",
            "--apply=" + path("other.csv"));
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("one threshold for all", "without chance,");
    assertThat(Files.readAllLines(folder.resolve("out.csv")).get(0)).endsWith(",decision");
  }

  @Test
  void whatCantBeMetEndsWithItsDiagnosis() {
    new Applicants().rename("decision", "past").in(folder, "scored.csv");
    Program.Result result =
        threshold(
            "scored.csv", "--require=true_positive_rate>=0.9", "--require=selection_rate<=0.1");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains(
            "no thresholds meet the requirements on the fitting rows: the smallest violation");
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--require=demographic_parity<=0.1@city | city names no group that is given with --group",
        "--objective=profit | there is no objective profit",
        "--validation=1 | the validation share must be in [0, 1)",
        "--score=city | row 1, column city: north is not a number",
        "--id=nothing | has no column nothing"
      })
  void wrongWordsAreOneSentence(String word, String sentence) {
    new Applicants().rename("decision", "past").in(folder, "scored.csv");
    List<String> words =
        new ArrayList<>(List.of("threshold", path("scored.csv"), "--label=approved"));
    words.addAll(List.of("--group=sex", "--out=" + path("out.csv"), word));
    if (!word.startsWith("--score")) {
      words.add("--score=estimate");
    }
    Program.Result result = Program.runHere(words.toArray(String[]::new));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(sentence);
    assertThat(result.err().lines()).hasSize(1);
  }

  @Test
  void thresholdsBecomePartOfAModel() throws IOException {
    Program.runHere(
        "train",
        "lending",
        "--group=group",
        "--method=plain",
        "--replicates=100",
        "--out=" + path("plain.evenhand"));
    Program.Result made =
        Program.runHere(
            "threshold",
            path("plain.evenhand"),
            "lending",
            "--rows=validation",
            "--group=group",
            "--require=demographic_parity<=0.02",
            "--replicates=100",
            "--validation=0",
            "--out=" + path("even.evenhand"),
            "--json=" + path("thresholds.json"));
    assertThat(made.err()).isEmpty();
    assertThat(made.exitCode()).isZero();
    Program.runHere(
        "predict",
        path("even.evenhand"),
        "lending",
        "--rows=validation",
        "--out=" + path("decided.csv"));
    Program.Result audit =
        Program.runHere(
            "audit",
            path("decided.csv"),
            "--label="
                + JSON.readTree(folder.resolve("thresholds.json").toFile()).path("label").asText(),
            "--positive="
                + JSON.readTree(folder.resolve("thresholds.json").toFile())
                    .path("positive")
                    .asText(),
            "--prediction=prediction",
            "--group=group",
            "--fail-on=demographic_parity>0.02");
    assertThat(audit.err()).doesNotContain("exceeded");
    assertThat(audit.exitCode()).isZero();
  }
}
