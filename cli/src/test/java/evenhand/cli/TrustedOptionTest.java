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

/** Rows that are trusted, from the command line to the evidence. */
final class TrustedOptionTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  @BeforeAll
  static void tables() throws IOException {
    Files.writeString(folder.resolve("rows.csv"), rows(400));
    Files.writeString(folder.resolve("trusted.csv"), rows(40));
    Files.writeString(
        folder.resolve("one.csv"), "x,y,g\n" + "1,1,a\n".repeat(5) + "2,0,a\n".repeat(5));
  }

  private static String rows(int count) {
    StringBuilder text = new StringBuilder("x,y,g\n");
    for (int i = 0; i < count; i++) {
      text.append(i % 7).append(',').append(i % 7 > 3 ? 1 : 0).append(',');
      text.append(i % 2 == 0 ? "a" : "b").append('\n');
    }
    return text.toString();
  }

  private static String[] words(String method, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "train",
                folder.resolve("rows.csv").toString(),
                "--label=y",
                "--group=g",
                "--learner=mlp",
                "--learner-option=epochs=2",
                "--learner-option=hidden=8",
                "--replicates=100",
                "--method=" + method,
                "--out=" + folder.resolve("m.evenhand")));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static JsonNode trained(String method, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of(more));
    all.add("--json=-");
    Program.Result result = Program.runHere(words(method, all.toArray(String[]::new)));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return JSON.readTree(result.out());
  }

  private static String refusal(String method, String... more) {
    return Refusal.of(folder, words(method, more)).sentence();
  }

  @Test
  void dataAndSharesAreToldApart() throws IOException {
    String trusted = "--trusted=" + folder.resolve("trusted.csv");
    JsonNode data = trained("learning-to-reweight", trusted);
    assertThat(data.at("/search/trusted rows").asText()).isEqualTo("40");

    JsonNode share = trained("learning-to-reweight", "--trusted=0.1");
    assertThat(share.at("/search/trusted rows").asInt()).isBetween(28, 36);
  }

  @Test
  void passesAreLogged() throws IOException {
    Path log = folder.resolve("log.jsonl");
    trained("nash", "--log=" + log);

    List<String> lines = Files.readAllLines(log);
    assertThat(lines).hasSize(2);
    JsonNode first = JSON.readTree(lines.get(0));
    assertThat(first.at("/steps/bargains failed").isNumber()).isTrue();
    assertThat(first.has("fairness")).isFalse();
  }

  @Test
  void whatMakesNoSenseIsRefusedInASentence() {
    String data = "--trusted=" + folder.resolve("trusted.csv");
    assertThat(refusal("plain", data)).endsWith("plain asks no trusted rows");
    assertThat(refusal("reweight", "--trusted=0.1"))
        .startsWith("--trusted is for the methods forml, nash, ");
    assertThat(refusal("nash", "--trusted=5%"))
        .isEqualTo("--trusted is a share such as 0.05, or data; it was 5%");
    assertThat(refusal("nash", "--trusted=1.5"))
        .isEqualTo(
            "the option trusted of method nash must be a number from 1.0E-6 to 0.9, was 1.5");
    assertThat(refusal("nash", "--trusted=0.0001"))
        .matches(
            "a share of 1.0E-4 of [0-9]+ rows is no trusted row; raise --trusted, or give it rows");
    assertThat(refusal("nash", data, "--method-option=trusted=0.2"))
        .isEqualTo("the option trusted is given twice, by --trusted and --method-option");
    assertThat(refusal("forml", "--trusted=" + folder.resolve("one.csv")))
        .isEqualTo("all 10 trusted rows are of one group; the goal loss-gap compares groups");
    assertThat(refusal("nash", "--method-option=goal=parity"))
        .startsWith("the goal parity is that of one requirement, and there are 0");
  }
}
