package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in and out, and models in and out. */
final class CalibrateCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  /** Women's scores are too low, men's too high. */
  @BeforeEach
  void write() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    List<String> lines = new ArrayList<>(List.of("score,logit,came,sex,age,people"));
    for (int i = 0; i < 3000; i++) {
      boolean woman = random.nextBoolean();
      double truth = random.nextGaussian();
      String came = random.nextDouble() < 1 / (1 + Math.exp(-truth)) ? "yes" : "no";
      double logit = woman ? truth - 1 : truth + 1;
      double score = 1 / (1 + Math.exp(-logit));
      lines.add(
          "%s,%s,%s,%s,%d,%d"
              .formatted(score, logit, came, woman ? "Female" : "Male", 20 + i % 50, 1 + i % 3));
    }
    Files.write(folder.resolve("scored.csv"), lines);
  }

  private Program.Result calibrate(String... more) {
    List<String> words = new ArrayList<>(List.of("calibrate", path("scored.csv")));
    words.addAll(List.of("--score=score", "--label=came", "--replicates=100"));
    words.addAll(List.of(more));
    return Program.runHere(words.toArray(String[]::new));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private JsonNode json(String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of(more));
    words.addAll(List.of("--json=-", "--out=" + path("out.csv")));
    Program.Result result = calibrate(words.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return JSON.readTree(result.out());
  }

  private static double disparity(JsonNode reliability) {
    return reliability.at("/attributes/0/calibration_disparity/value").asDouble();
  }

  @Test
  void byGroupAddsAColumnAndShowsWhatEachGroupGot() throws IOException {
    JsonNode tree = json("--group=sex", "--by-group", "--method=platt");
    assertThat(tree.path("schema").asText()).isEqualTo("evenhand.calibration/1");
    assertThat(tree.at("/rows/fit").asInt()).isEqualTo(2100);
    assertThat(tree.at("/rows/evaluation").asInt()).isEqualTo(900);
    assertThat(tree.at("/calibration/groups"))
        .extracting(group -> group.path("name").asText() + " " + group.path("source").asText())
        .containsExactly("everyone own", "Female own", "Male own");
    assertThat(tree.at("/calibration/groups/1/map/slope").asDouble()).isPositive();
    for (JsonNode group : tree.at("/after/attributes/0/groups")) {
      assertThat(group.at("/ece/value").asDouble()).isLessThan(0.1);
    }
    for (JsonNode group : tree.at("/before/attributes/0/groups")) {
      assertThat(group.at("/ece/value").asDouble()).isGreaterThan(0.12);
    }
    assertThat(tree.at("/without_groups/attributes/0/groups/0/ece/value").asDouble())
        .isGreaterThan(0.1);
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    assertThat(lines).hasSize(3001);
    assertThat(lines.get(0)).isEqualTo("score,logit,came,sex,age,people,calibrated");
    assertThat(disparity(tree.path("after"))).isNotNegative();
  }

  @Test
  void saysWhetherItHelped() throws IOException {
    JsonNode tree = json("--group=sex", "--by-group", "--method=platt");
    assertThat(tree.at("/change/verdict").asText()).isEqualTo("better");
    assertThat(tree.at("/change/ece/high").asDouble()).isNegative();
    assertThat(tree.at("/change/log_loss/high").asDouble()).isNegative();
    assertThat(tree.at("/change/calibration_disparity/0/attribute").asText()).isEqualTo("sex");
    assertThat(tree.path("verdict").asText()).startsWith("Better: ECE 0.1");

    Program.Result piped = calibrate("--group=sex", "--by-group", "--method=platt", "--out=-");
    assertThat(piped.err()).startsWith("Better: ECE 0.1");
  }

  @Test
  void changesNothingWhereScoresMeanWhatTheySay() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    List<String> lines = new ArrayList<>(List.of("score,came,sex"));
    for (int i = 0; i < 3000; i++) {
      double truth = random.nextDouble();
      lines.add(
          "%s,%s,%s"
              .formatted(
                  truth, random.nextDouble() < truth ? "yes" : "no", i % 2 == 0 ? "F" : "M"));
    }
    Files.write(folder.resolve("scored.csv"), lines);

    Program.Result result = calibrate("--group=sex", "--by-group", "--out=" + path("out.csv"));
    assertThat(result.out()).contains("\nNothing is changed: no map that was tried was better");
    for (String line : Files.readAllLines(folder.resolve("out.csv")).subList(1, 3001)) {
      String[] values = line.split(",", -1);
      assertThat(values[3]).isEqualTo(values[0]);
    }

    JsonNode forced = json("--group=sex", "--by-group", "--method=platt");
    assertThat(forced.path("verdict").asText()).startsWith("No better: ECE 0.0");
  }

  @Test
  void oneSeedTheSameBytes() throws IOException {
    String[] words = {"--group=sex", "--by-group", "--multicalibrate=0.05", "--weight=people"};
    JsonNode once = json(words);
    byte[] bytes = Files.readAllBytes(folder.resolve("out.csv"));
    assertThat(json(words)).isEqualTo(once);
    assertThat(Files.readAllBytes(folder.resolve("out.csv"))).isEqualTo(bytes);
  }

  @Test
  void logitsAndProbabilitiesAgree() throws IOException {
    json("--method=beta");
    List<String> byScore = Files.readAllLines(folder.resolve("out.csv"));
    Program.Result result =
        Program.runHere(
            "calibrate",
            path("scored.csv"),
            "--score=logit",
            "--logits",
            "--label=came",
            "--method=beta",
            "--out=" + path("logits.csv"));
    assertThat(result.exitCode()).as(result.err()).isZero();
    List<String> byLogit = Files.readAllLines(folder.resolve("logits.csv"));
    for (int i = 1; i < 50; i++) {
      double one = last(byScore.get(i));
      assertThat(last(byLogit.get(i))).isCloseTo(one, org.assertj.core.api.Assertions.within(1e-9));
    }
  }

  private static double last(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
  }

  @Test
  void appliesToOtherRowsWithoutALabelAndTellsOfUnseenGroups() throws IOException {
    Files.write(folder.resolve("new.csv"), List.of("score,sex", "0.4,Female", "0.4,Other"));
    Program.Result result =
        calibrate(
            "--group=sex", "--by-group", "--apply=" + path("new.csv"), "--out=" + path("n.csv"));
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err())
        .contains("new.csv: 1 rows of groups that no row fitted to has (Other) got everyone's map");
    assertThat(result.out()).contains("calibration disparity").contains("demographic parity");
    List<String> lines = Files.readAllLines(folder.resolve("n.csv"));
    assertThat(last(lines.get(1))).isGreaterThan(0.5);
    assertThat(lines).hasSize(3);
  }

  @Test
  void withoutGroupsNeedsNoGroupColumn() throws IOException {
    Files.write(folder.resolve("new.csv"), List.of("score", "0.4"));
    Program.Result result =
        calibrate(
            "--group=sex",
            "--by-group",
            "--without-groups",
            "--apply=" + path("new.csv"),
            "--out=" + path("n.csv"));
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("had the groups been known");
  }

  @Test
  void writesAPageThatRepeatsTheNumbersInTables() throws IOException {
    json("--group=sex", "--by-group", "--report=" + path("r.html"));
    String page = Files.readString(folder.resolve("r.html"));
    assertThat(page)
        .contains("\"kind\":\"reliability\"")
        .contains("Calibration by sex")
        .contains("Equalized odds")
        .contains("What each group got, and why");
  }

  private void refuses(String sentence, String... words) {
    Program.Result result = calibrate(words);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(result.err()).contains(sentence);
    assertThat(folder.resolve("x.csv")).doesNotExist();
  }

  @Test
  void refusesInOneSentence() {
    String out = "--out=" + path("x.csv");
    refuses("there is no calibration method magic", out, "--method=magic");
    refuses("need at least one group column", out, "--by-group");
    refuses(
        "alpha of multicalibration must be in (0, 1), was 2.0",
        out,
        "--multicalibrate=2",
        "--group=sex");
    refuses("--rows is of a model's own table", out, "--rows=validation");
    refuses("no rows are left to measure on", out, "--evaluate=0");
    refuses(
        "the rows to measure on are those to fit to", out, "--evaluation=" + path("scored.csv"));
    refuses("can't both go to stdout", "--out=-", "--json=-");
    refuses(
        "only maps by group can be applied without them", out, "--without-groups", "--group=sex");
    Program.Result result =
        Program.runHere("calibrate", path("scored.csv"), "--score=logit", "--label=came", out);
    assertThat(result.err())
        .contains("a probability from 0 to 1 is needed")
        .contains("; --logits takes logits and other decision values");
  }

  @Test
  void calibratesAModelOnItsValidationRows() throws IOException {
    new Applicants().in(folder, "people.csv");
    assertThat(Program.runHere(Words.train(folder, "people.csv")).exitCode()).isZero();
    String[] words = {
      "calibrate",
      path("m.evenhand"),
      path("people.csv"),
      "--group=sex",
      "--by-group",
      "--evaluate-on-fit",
      "--replicates=100",
      "--out=" + path("c.evenhand")
    };
    Program.Result refused = Program.runHere(words);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(refused.err()).contains("is the table the model was trained on");
    words = java.util.Arrays.copyOf(words, words.length + 1);
    words[words.length - 1] = "--rows=validation";
    Program.Result result = Program.runHere(words);
    assertThat(result.exitCode()).as(result.err()).isZero();
    Program.Result predicted =
        Program.runHere(
            "predict", path("c.evenhand"), path("people.csv"), "--out=" + path("p.csv"));
    assertThat(predicted.exitCode()).as(predicted.err()).isZero();
    assertThat(Files.readAllLines(folder.resolve("p.csv")).get(0)).endsWith(",score,calibrated");
    Files.write(
        folder.resolve("nosex.csv"),
        List.of("income,city,weight,estimate,decision", "40,north,1,0.5,yes"));
    Program.Result without =
        Program.runHere("predict", path("c.evenhand"), path("nosex.csv"), "--out=" + path("q.csv"));
    assertThat(without.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(without.err())
        .contains("nosex.csv has no column sex, which the calibration by group needs");
  }

  @Test
  void aModelWithThresholdsIsNotCalibratedUnderThem() throws IOException {
    new Applicants().in(folder, "people.csv");
    Program.Result trained =
        Program.runHere(
            Words.train(
                folder,
                "people.csv",
                "--method=threshold",
                "--require=demographic_parity<=0.1",
                "--keep-unmet"));
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    Program.Result refused =
        Program.runHere(
            "calibrate",
            path("m.evenhand"),
            path("people.csv"),
            "--rows=validation",
            "--out=" + path("c.evenhand"));
    assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(refused.err())
        .contains("m.evenhand has thresholds, which were set on its scores as they are")
        .contains("set them anew with evenhand threshold");
    assertThat(folder.resolve("c.evenhand")).doesNotExist();
  }
}
