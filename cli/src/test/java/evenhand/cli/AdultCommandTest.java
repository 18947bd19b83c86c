package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the real Adult data: train, predict, audit, and the same numbers twice. */
final class AdultCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void trainPredictAudit() throws IOException {
    Optional<Path> data = data();
    assertThat(data.isPresent() || !"true".equals(System.getenv("CI")))
        .as("CI=true needs the real data sets, in EVENHAND_DATA")
        .isTrue();
    assumeTrue(data.isPresent(), "needs the real data sets: set EVENHAND_DATA");
    Program program = Program.in(folder).with("EVENHAND_DATA", data.orElseThrow().toString());

    Program.Result trained =
        program.run(
            "train",
            "adult",
            "--group=sex",
            "--method=reduction",
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

  /** {@code EVENHAND_DATA}, else {@code ../shared/data} beside the repository. */
  static Optional<Path> data() {
    String named = System.getenv("EVENHAND_DATA");
    if (named != null) {
      return Optional.of(Path.of(named)).filter(Files::isDirectory);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path beside = at.resolveSibling("shared").resolve("data");
      if (Files.isDirectory(beside)) {
        return Optional.of(beside);
      }
    }
    return Optional.empty();
  }
}
