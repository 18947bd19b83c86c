package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups and categories that no training row has are decided on, measured and named. */
final class NewOnTestRowsTest {

  @TempDir private Path folder;

  @Test
  void newGroupAndNewCategory() throws IOException {
    new Applicants().in(folder, "people.csv");
    new Applicants()
        .set(1, "sex", "Other")
        .set(2, "sex", "Other")
        .set(3, "city", "east")
        .set(4, "city", "east")
        .in(folder, "new.csv");
    Program.Result result =
        Program.runHere(
            Words.train(
                folder,
                "people.csv",
                "--test",
                folder.resolve("new.csv").toString(),
                "--json",
                folder.resolve("e.json").toString()));
    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode evidence = new ObjectMapper().readTree(folder.resolve("e.json").toFile());
    assertThat(evidence.path("warnings"))
        .extracting(JsonNode::asText)
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .endsWith(
                        "new.csv: no training row is of sex Other; the model decides on them, and they are measured under their own name"))
        .anySatisfy(warning -> assertThat(warning).contains("new.csv", "city", "east", "2"));
    JsonNode test = evidence.path("parts").path(evidence.path("parts").size() - 1);
    assertThat(test.path("part").asText()).isEqualTo("test");
    assertThat(test.path("decisions").path("attributes").path(0).path("groups"))
        .extracting(group -> group.path("name").asText() + " " + group.path("rows").asInt())
        .containsExactlyInAnyOrder("Female 39", "Male 39", "Other 2");

    Program.Result predicted = Program.runHere(Words.predict(folder, "m.evenhand", "new.csv"));
    assertThat(predicted.exitCode()).isZero();
    assertThat(predicted.err().lines()).hasSize(1);
    assertThat(predicted.err()).contains("new.csv", "city", "east");
  }
}
