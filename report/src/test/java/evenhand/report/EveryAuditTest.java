package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.Audit;
import evenhand.audit.AuditOptions;
import evenhand.audit.BinaryOutcomes;
import evenhand.audit.ClassOutcomes;
import evenhand.audit.DecidedOutcomes;
import evenhand.audit.NumericOutcomes;
import evenhand.audit.Outcomes;
import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every writer takes whatever an audit can hold. */
final class EveryAuditTest {

  private static final int ROWS = 300;

  private static final SplittableRandom RANDOM = new SplittableRandom(5);

  private static double[] numbers(double scale) {
    return RANDOM.doubles(ROWS, 0, scale).toArray();
  }

  private static int[] labels(int classes) {
    return RANDOM.ints(ROWS, 0, classes).toArray();
  }

  private static double[] decisions() {
    return RANDOM.ints(ROWS, 0, 2).asDoubleStream().toArray();
  }

  private static Audit audit(Outcomes outcomes) {
    List<String> sexes = new ArrayList<>();
    List<String> towns = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      sexes.add(i % 2 == 0 ? "f" : "m");
      towns.add(i < 8 ? "hamlet" : i % 3 == 0 ? "a" : "b");
    }
    Groups sex = Groups.of("sex", sexes);
    Groups town = Groups.of("town", towns);
    AuditOptions options = AuditOptions.defaults().withReplicates(100);
    return Audit.of(outcomes, List.of(sex, town, Groups.cross(List.of(sex, town))), options);
  }

  private static Stream<Audit> audits() {
    BinaryOutcomes binary = BinaryOutcomes.of(labels(2));
    List<String> classes = List.of("low", "middle|er", "<high>");
    return Stream.of(
            binary,
            binary.withDecisions(decisions()),
            binary.withDecisions(numbers(1)),
            binary.withScores(numbers(1)),
            binary.withDecisions(decisions()).withWeights(numbers(3)),
            ClassOutcomes.of(classes, labels(3), labels(3)),
            DecidedOutcomes.of(decisions()),
            NumericOutcomes.of(numbers(100_000), numbers(90_000)))
        .map(EveryAuditTest::audit);
  }

  @ParameterizedTest
  @MethodSource("audits")
  void isWrittenByEveryWriter(Audit audit) throws Exception {
    StringBuilder text = new StringBuilder();
    AuditReport report = Audits.report(audit, "rows.csv");
    AuditText.write(report, AuditText.Detail.FULL, Terminal.plain(), text);
    String html = HtmlReport.of(report);
    assertThat(text).contains("sex&town", "8 rows, fewer than 30");
    assertThat(html).contains("sex&amp;town", "8 rows, fewer than 30");
    assertThat(Markdown.of(audit)).contains("## sex&amp;town");
    assertThat(Json.text(AuditJson.tree(report))).contains("\"sex&town\"");
    assertThat(text).doesNotContain("NaN", "Infinity");
    assertThat(AuditJson.tree(report).at("/definitions/metrics"))
        .allSatisfy(definition -> assertThat(definition.isTextual()).isTrue());
    assertThat(IntStream.range(0, 3).mapToObj(i -> "id=\"rates-" + i + "\""))
        .allMatch(html::contains);
  }
}
