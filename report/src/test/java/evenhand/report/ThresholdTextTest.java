package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.data.Column;
import evenhand.data.GroupColumn;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.parity.Condition;
import evenhand.threshold.ThresholdOptions;
import evenhand.train.ProgressListener;
import evenhand.train.ScoredTable;
import evenhand.train.ThresholdEvidence;
import evenhand.train.ThresholdJob;
import evenhand.train.TrainingOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two writings of one piece of evidence. */
final class ThresholdTextTest {

  static ThresholdEvidence evidence(ThresholdOptions options, String... requirements) {
    SplittableRandom random = new SplittableRandom(1);
    int rows = 1000;
    double[] scores = random.doubles(rows).toArray();
    int[] labels = new int[rows];
    int[] groups = new int[rows];
    for (int i = 0; i < rows; i++) {
      groups[i] = random.nextInt(2);
      scores[i] *= 0.7 + 0.3 * groups[i];
      labels[i] = random.nextDouble() < scores[i] ? 1 : 0;
    }
    Table table =
        new Table(
            "scored.csv",
            List.of(
                new Column.Numeric("score", scores),
                new Column.Categorical("paid", List.of("no", "yes"), labels),
                new Column.Categorical("sex", List.of("F", "M"), groups)),
            rows);
    return new ThresholdJob(
            ScoredTable.of(table, "score"),
            Optional.empty(),
            new ThresholdJob.Columns(
                new Outcome("paid", "yes", "no"),
                List.of(GroupColumn.parse("sex")),
                Optional.empty(),
                List.of("score")),
            Stream.of(requirements).map(Condition::parse).toList(),
            options,
            new TrainingOptions(0.2, TrainingOptions.Decisions.MIXTURE, 100, 30, 1))
        .run(ProgressListener.NONE)
        .evidence();
  }

  private static String text(ThresholdEvidence evidence) throws IOException {
    StringBuilder out = new StringBuilder();
    ThresholdText.write(evidence, Terminal.plain(), out);
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    return out.toString();
  }

  @Test
  void saysThresholdsRequirementsAndTheObjective() throws IOException {
    assertThat(
            text(
                evidence(
                    ThresholdOptions.defaults(),
                    "demographic_parity<=0.01",
                    "true_positive_rate>=0.6")))
        .startsWith("warning: demographic_parity<=0.01@sex: on new rows")
        .containsPattern("thresholds by sex\n +rows +selected +tpr +fpr +accepts\n +F +\\d+ ")
        .containsPattern(" \\d[0-9.]* % from 0\\.\\d{4}, all from 0\\.\\d{4}")
        .containsPattern("demographic_parity<=0.01@sex\n.*\n +training +met +0\\.0[01]")
        .containsPattern("true_positive_rate>=0.6@sex\n.*\n +training +(not )?met +0\\.[56]")
        .containsPattern("accuracy +expected +drawn +plain +change\n +training +0\\.\\d{4}");
  }

  @Test
  void saysWhatIsGivenUpWithoutChance() throws IOException {
    ThresholdOptions options =
        ThresholdOptions.defaults().withDecisions(ThresholdOptions.Decisions.DETERMINISTIC);
    assertThat(text(evidence(options, "demographic_parity<=0.01")).replace('\n', ' '))
        .containsPattern(
            "accuracy +measured +plain +change +training.*without chance, 0\\.\\d{4} of accuracy is given up on the training rows \\(with chance: 0\\.\\d{4}\\); no thresholds without chance do better");
    assertThat(text(evidence(options.withScope(ThresholdOptions.Scope.SHARED))).replace('\n', ' '))
        .startsWith("one threshold for all");
  }

  @Test
  void jsonHoldsTheSameNumbers() {
    ThresholdEvidence evidence =
        evidence(
            ThresholdOptions.defaults(), "demographic_parity<=0.01", "true_positive_rate>=0.6");
    JsonNode tree = ThresholdJson.tree(evidence);
    assertThat(tree.get("schema").asText()).isEqualTo("evenhand.thresholds/1");
    assertThat(tree.get("objective").get("expected").asDouble())
        .isEqualTo(evidence.fitted().expected());
    assertThat(tree.get("given_up").isNull()).isTrue();
    assertThat(tree.get("cells")).hasSize(2);
    assertThat(tree.get("requirements")).hasSize(4);
    assertThat(tree.get("requirements").get(0).get("parity").asText())
        .isEqualTo("demographic_parity");
    assertThat(tree.get("requirements").get(1).get("rate").asText())
        .isEqualTo("true_positive_rate");
    assertThat(tree.get("parts").get(1).get("part").asText()).isEqualTo("validation");
    assertThat(tree.get("thresholds").get("cells").get(0).get("groups").get(0).asText())
        .isEqualTo("F");
  }
}
