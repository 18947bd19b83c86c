package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenhand.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method that weighs rows, on the real Adult data, from training to decisions: as short as it
 * learns anything, two passes for networks.
 */
final class AdultMethodsTest {

  private static final int TEST_ROWS = 16_281;

  /** With one decision for everyone. */
  private static final int RIGHT_IF_ALL_ARE_LOW = 12_435;

  /** Of every method tried so far. */
  private static final Set<List<String>> ALL_SCORES = new HashSet<>();

  @TempDir private Path folder;

  private record Method(String name, List<String> words) {

    static Method byTrustedRows(String name) {
      return new Method(
          name, List.of("--learner=mlp", "--learner-option=epochs=2", "--trusted=0.05"));
    }

    static Method ofAnyLearner(String name, String... words) {
      List<String> all = new ArrayList<>(List.of("--learner=logistic"));
      all.addAll(List.of(words));
      return new Method(name, all);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Method> methods() {
    return Stream.of(
        Method.byTrustedRows("forml"),
        Method.byTrustedRows("nash"),
        Method.byTrustedRows("learning-to-reweight"),
        Method.byTrustedRows("meta-weight-net"),
        Method.ofAnyLearner("reweight"),
        Method.ofAnyLearner(
            "label-bias",
            "--require=demographic_parity<=0.1",
            "--method-option=rounds=3",
            "--keep-unmet"),
        Method.ofAnyLearner(
            "moew",
            "--require=demographic_parity<=0.1",
            "--method-option=batches=2",
            "--method-option=per-batch=2",
            "--method-option=candidates=50",
            "--keep-unmet"));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void decidesOnEveryRowBetterThanOneDecisionForAll(Method method) throws IOException {
    Program program = Program.in(folder).with("EVENHAND_DATA", DataFolder.needed().toString());
    List<String> words =
        new ArrayList<>(
            List.of(
                "train",
                "adult",
                "--group=sex",
                "--method=" + method.name(),
                "--replicates=100",
                "--seed=1",
                "--out=m.evenhand",
                "--json=e.json"));
    words.addAll(method.words());

    Program.Result trained = program.run(words.toArray(String[]::new));
    assertThat(trained.exitCode())
        .as(trained.err())
        .isIn(
            method.words().contains("--keep-unmet")
                ? List.of(ExitCode.DONE, ExitCode.NOT_MET)
                : List.of(ExitCode.DONE));
    assertThat(folder.resolve("m.evenhand")).isNotEmptyFile();
    JsonNode evidence = new ObjectMapper().readTree(folder.resolve("e.json").toFile());
    assertThat(evidence.at("/configuration/method/0").asText()).isEqualTo(method.name());

    Program.Result predicted = program.run("predict", "m.evenhand", "adult:test", "--out=p.csv");
    assertThat(predicted.exitCode()).as(predicted.err()).isZero();
    List<String> lines = Files.readAllLines(folder.resolve("p.csv"));
    assertThat(lines).hasSize(1 + TEST_ROWS);
    List<String> decisions = column(lines, "prediction");
    List<String> labels = column(lines, "income");
    assertThat(decisions).containsOnly("<=50K", ">50K");
    long right =
        IntStream.range(0, TEST_ROWS).filter(i -> decisions.get(i).equals(labels.get(i))).count();
    assertThat(right).isGreaterThan(RIGHT_IF_ALL_ARE_LOW);
    assertThat(ALL_SCORES.add(column(lines, "score"))).as("no other method's scores").isTrue();
  }

  private static List<String> column(List<String> lines, String name) {
    int at = List.of(lines.get(0).split(",", -1)).indexOf(name);
    return lines.stream().skip(1).map(line -> line.split(",", -1)[at]).toList();
  }
}
