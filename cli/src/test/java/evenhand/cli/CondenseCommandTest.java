package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CondenseCommandTest {

  @TempDir private static Path folder;
  private static Program.Result condensed = new Program.Result(-1, "", "");

  private static Program.Result condense(String out, String... more) {
    return Program.runHere(words(out, more));
  }

  private static String[] words(String out, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "condense",
                "lending",
                "--group=group",
                "--learner-option=epochs=3",
                "--seed=1",
                "--out=" + folder.resolve(out)));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  @BeforeAll
  static void run() {
    condensed =
        condense("kept.csv", "--share=0.2", "--weights=" + folder.resolve("w.csv"), "--json=-");
    assertThat(condensed.exitCode()).as(condensed.err()).isZero();
  }

  private static List<String[]> rows(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  @Test
  void theFifthOfTheWeighedRowsThatContributesLeastIsDropped() throws IOException {
    List<String[]> all = rows("w.csv");
    List<String[]> weighed = all.stream().filter(row -> !row[3].isEmpty()).toList();
    List<String[]> dropped = all.stream().filter(row -> row[1].equals("no")).toList();

    assertThat(dropped).hasSize((int) Math.floor(0.2 * weighed.size()));
    double largest =
        dropped.stream().mapToDouble(row -> Double.parseDouble(row[3])).max().orElseThrow();
    double least =
        weighed.stream()
            .filter(row -> row[1].equals("yes"))
            .mapToDouble(row -> Double.parseDouble(row[3]))
            .min()
            .orElseThrow();
    assertThat(largest).isLessThanOrEqualTo(least);
    double mean =
        weighed.stream().mapToDouble(row -> Double.parseDouble(row[2])).average().orElseThrow();
    assertThat(mean).isCloseTo(1, within(0.01));
    assertThat(weighed.stream().map(row -> row[2]).distinct().count()).isGreaterThan(100);
    assertThat(all.size() - weighed.size()).isCloseTo(all.size() / 20, within(all.size() / 200));
  }

  @Test
  void keptRowsAreNumberedFromOneAsInTheListOfAll() throws IOException {
    List<String> kept = rows("kept.csv").stream().map(row -> row[0]).toList();
    List<String[]> all = rows("w.csv");

    assertThat(Files.readAllLines(folder.resolve("kept.csv")).get(0)).isEqualTo("row");
    assertThat(all.get(0)[0]).isEqualTo("1");
    assertThat(kept)
        .isEqualTo(all.stream().filter(row -> row[1].equals("yes")).map(row -> row[0]).toList())
        .isSortedAccordingTo(Comparator.comparingInt(Integer::parseInt));
  }

  @Test
  void theJsonCountsTheSameRows() throws IOException {
    JsonNode tree = new ObjectMapper().readTree(condensed.out());

    assertThat(tree.path("schema").asText()).isEqualTo("evenhand.condense/1");
    assertThat(tree.path("kept").asInt()).isEqualTo(rows("kept.csv").size());
    int kept = 0;
    for (JsonNode each : tree.path("groups")) {
      kept += each.path("kept").asInt();
    }
    assertThat(kept).isEqualTo(tree.path("kept").asInt());
    assertThat(tree.path("configuration").path("share").asText()).isEqualTo("0.2");
  }

  @Test
  void oneSeedGivesTheSameBytes() {
    Program.Result again =
        condense("again.csv", "--share=0.2", "--weights=" + folder.resolve("again-w.csv"));

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).startsWith("kept ").contains("group=");
    assertThat(folder.resolve("again.csv")).hasSameBinaryContentAs(folder.resolve("kept.csv"));
    assertThat(folder.resolve("again-w.csv")).hasSameBinaryContentAs(folder.resolve("w.csv"));
  }

  @Test
  void aColumnMayNameRowsAndIsNotLearnedFrom() throws IOException {
    StringBuilder table = new StringBuilder("id,x,sex,y\n");
    for (int i = 0; i < 200; i++) {
      String y = i % 3 == 0 ? "yes" : "no";
      table.append("p%d,%d,%s,%s%n".formatted(1000 - i, i % 7, i % 2 == 0 ? "f" : "m", y));
    }
    Path data = Files.writeString(folder.resolve("people.csv"), table);

    Program.Result named =
        Program.runHere(
            "condense",
            data.toString(),
            "--label=y",
            "--positive=yes",
            "--group=sex",
            "--id=id",
            "--learner-option=epochs=2",
            "--out=-");

    assertThat(named.exitCode()).as(named.err()).isZero();
    List<String> lines = named.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("id");
    assertThat(lines.get(1)).matches("p1000|p99[0-9]");
    assertThat(lines).hasSize(1 + 200 - (int) Math.floor(0.1 * 190));

    Files.writeString(folder.resolve("people.csv"), table + "p1000,1,f,yes\n");
    Refusal twice =
        Refusal.of(
            folder,
            "condense",
            data.toString(),
            "--label=y",
            "--positive=yes",
            "--group=sex",
            "--id=id",
            "--out=" + folder.resolve("no.csv"));
    assertThat(twice.sentence())
        .isEqualTo("people.csv: the id id of rows 1 and 201 is p1000, ids must be distinct");
  }

  @Test
  void whatCannotBeDoneIsRefusedInASentence() {
    assertThat(refusal("--share=1")).isEqualTo("the share to drop must be in [0, 1), was 1.0");
    assertThat(refusal("--method=plain"))
        .startsWith("the method plain learns no weights to condense by; the methods that do are ");
    Path refused = folder.resolve("refused.csv");
    assertThat(
            Refusal.of(
                    folder,
                    "condense",
                    "lending",
                    "--group=group",
                    "--learner=logistic",
                    "--out=" + refused)
                .sentence())
        .isEqualTo("the method forml trains networks, not logistic; choose --learner mlp");
    assertThat(refusal("--id=nobody")).contains("nobody");
    assertThat(refusal("--trusted=0.1", "--method-option=trusted=0.2"))
        .isEqualTo("the option trusted is given twice, by --trusted and --method-option");
    assertThat(refusal("--weights=" + folder.resolve("./refused.csv")))
        .isEqualTo("--out, --weights and --json must be different files");
    assertThat(refusal("--method-option=goal=parity"))
        .startsWith("condensing has no requirement, and so no goal parity");
    assertThat(refusal("--json=-", "--weights=-"))
        .isEqualTo("only one of --out, --weights and --json can be -, for stdout");
    assertThat(refusal("--method-option=speed=1")).contains("speed");
  }

  private static String refusal(String... more) {
    return Refusal.of(folder, words("refused.csv", more)).sentence();
  }
}
