package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenhand.data.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job on the real Adult data: train, predict, audit, and the same numbers twice. */
final class AdultCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private Program program() {
    return Program.in(folder).with("EVENHAND_DATA", DataFolder.needed().toString());
  }

  /** Of the test rows 19 of Amer-Indian-Eskimo and 25 of Other have label 1. */
  @Test
  void equalOpportunityByRaceIsNotKnownOnTestRowsButDemographicParityIs() throws IOException {
    Program program = program();
    assertThat(parity(program, "demographic_parity").path("value").isNumber()).isTrue();
    JsonNode opportunity = parity(program, "equal_opportunity");
    assertThat(opportunity.path("value").isNull()).isTrue();
    assertThat(opportunity.path("among_sufficient").isNumber()).isTrue();
    assertThat(opportunity.path("reason").asText())
        .isEqualTo(
            "insufficient evidence: Amer-Indian-Eskimo: 19 rows have label 1, fewer than 30; Other:"
                + " 25 rows have label 1, fewer than 30");
    assertThat(parity(program, "equal_opportunity", "--min-rows=19").path("value").isNumber())
        .isTrue();
    assertThat(audit(program, "--fail-on=equal_opportunity>0.5").exitCode())
        .isEqualTo(ExitCode.INSUFFICIENT_EVIDENCE);
  }

  private static JsonNode parity(Program program, String name, String... more) throws IOException {
    return StreamSupport.stream(
            JSON.readTree(audit(program, more).out())
                .path("attributes")
                .path(0)
                .path("parities")
                .spliterator(),
            false)
        .filter(each -> each.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Decisions that are always right. */
  private static Program.Result audit(Program program, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "audit",
                "adult:test",
                "--prediction=income",
                "--group=race",
                "--replicates=100",
                "--json=-"));
    words.addAll(List.of(more));
    return program.run(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reduction", "threshold"})
  void trainPredictAudit(String method) throws IOException {
    Program program = program();
    Program.Result trained =
        program.run(
            "train",
            "adult",
            "--group=sex",
            "--method=" + method,
            "--learner=logistic",
            "--require=demographic_parity:to_overall<=0.02",
            "--replicates=100",
            "--seed=1",
            "--out=m.evenhand",
            "--report=r.html",
            "--json=-");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    JsonNode requirements = JSON.readTree(trained.out()).path("requirements");
    assertThat(requirements)
        .extracting(each -> each.path("part").asText())
        .containsExactly("training", "validation", "test");
    assertThat(requirements.path(0).path("verdict").asText()).isEqualTo("met");
    assertThat(requirements.path(0).path("value").asDouble()).isLessThanOrEqualTo(0.02);

    assertThat(program.run("predict", "m.evenhand", "adult:test", "--out=p.csv").exitCode())
        .isZero();
    Program.Result audited =
        program.run(
            "audit",
            "p.csv",
            "--label=income",
            "--positive=>50K",
            "--prediction=prediction",
            "--group=sex",
            "--replicates=100",
            "--json=-");
    assertThat(audited.exitCode()).as(audited.err()).isZero();
    JsonNode parities = JSON.readTree(audited.out()).path("attributes").path(0).path("parities");
    assertThat(toOverall(parities))
        .isCloseTo(requirements.path(2).path("value").asDouble(), within(1e-12));
  }

  private static double toOverall(JsonNode parities) {
    for (JsonNode parity : parities) {
      if (parity.path("name").asText().equals("demographic_parity")
          && parity.path("comparison").asText().equals("to_overall")
          && parity.path("kind").asText().equals("difference")) {
        return parity.path("value").asDouble();
      }
    }
    throw new AssertionError("demographic parity to overall is not among " + parities);
  }
}
