package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.Audit;
import evenhand.audit.AuditJob;
import evenhand.audit.AuditOptions;
import evenhand.audit.Gate;
import evenhand.audit.GroupAudit;
import evenhand.audit.Measurement;
import evenhand.audit.OutcomeColumns;
import evenhand.audit.References;
import evenhand.data.Column;
import evenhand.data.GroupColumn;
import evenhand.data.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit of decisions, with and without an outcome, as a page and on paper. */
final class AuditPageTest {

  private static final int ROWS = 4800;

  @TempDir private Path folder;

  /** Three sexes and eight races, 200 rows of each of the 24 intersections, rates all different. */
  private static Table table() {
    List<Integer> rows = IntStream.range(0, ROWS).boxed().toList();
    return new Table(
        "/home/someone/hired.csv",
        List.of(
            words("sex", rows.stream().map(i -> List.of("Female", "Male", "Other").get(i % 3))),
            words("race", rows.stream().map(i -> "race" + i / 3 % 8)),
            words("hired", rows.stream().map(i -> i / 24 < 50 + 5 * (i % 24) ? "yes" : "no")),
            words("stayed", rows.stream().map(i -> i % 7 < 4 ? "yes" : "no"))),
        ROWS);
  }

  private static Column words(String name, Stream<String> values) {
    return Column.Categorical.of(name, values.toList());
  }

  private static AuditReport report(Optional<String> label) {
    OutcomeColumns columns =
        new OutcomeColumns(
            OutcomeColumns.Task.AUTO,
            label,
            Optional.empty(),
            Optional.of("hired"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.empty());
    AuditJob job =
        new AuditJob(
            columns,
            List.of(new GroupColumn("sex", List.of()), new GroupColumn("race", List.of())),
            true,
            List.of("sex=Other"),
            AuditOptions.defaults().withReplicates(100),
            References.defaults());
    AuditJob.Result all =
        new AuditJob(columns, job.groups(), true, List.of(), job.options(), job.references())
            .run(table());
    AuditJob.Result result = label.isPresent() ? all : job.run(table());
    return new AuditReport(
        result.audit(),
        result.subject(),
        List.of(Gate.parse("demographic_parity>0.1@sex").judge(result.audit())));
  }

  private static String withoutScripts(String page) {
    return page.replaceAll("(?s)<script>.*?</script>|<style>.*?</style>", "");
  }

  @Test
  void theFirstThingsSaidAreVerdictsAndWhatWasAudited() {
    String page = withoutScripts(HtmlReport.of(report(Optional.of("stayed"))));
    assertThat(page).contains("<h1>hired.csv</h1>").doesNotContain("/home/someone");
    assertThat(page.indexOf("demographic_parity of sex is"))
        .isBetween(0, page.indexOf("What was audited"));
    assertThat(page)
        .contains("The gate is passed.", "Four-fifths rule not met")
        .contains("stayed; positive is yes, as inferred from the values; the other value is no")
        .contains("hired says stayed is yes");
    assertThat(page.indexOf("What was audited")).isLessThan(page.indexOf("By group: sex"));
  }

  @Test
  void nothingThatNeedsAnOutcomeIsWrittenWithoutOne() throws Exception {
    AuditReport report = report(Optional.empty());
    StringBuilder text = new StringBuilder();
    AuditText.write(report, AuditText.Detail.FULL, Terminal.plain(), text);
    for (String written :
        List.of(
            text.toString(),
            withoutScripts(HtmlReport.of(report)),
            Json.text(AuditJson.tree(report)))) {
      assertThat(written.toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("accuracy", "opportunity", "positive rate", "positive_rate", "base rate")
          .contains("selection");
    }
  }

  /** Every group's name, counts and rates of every metric are on the paper. */
  @Test
  void paperLosesNoColumn() throws Exception {
    AuditReport report = report(Optional.of("stayed"));
    Audit audit = report.audit();
    String paper = Browser.in(folder).printed(HtmlReport.of(report));
    assertThat(audit.attribute("sex&race").groups()).hasSize(24);
    List<String> missing = new ArrayList<>();
    for (GroupAudit group : audit.attribute("sex&race").groups()) {
      Stream<String> figures =
          group.metrics().entrySet().stream()
              .flatMap(
                  metric ->
                      figures(metric.getValue())
                          .map(figure -> metric.getKey() + " of " + group.name() + ": " + figure));
      figures
          .filter(figure -> !paper.contains(figure.substring(figure.lastIndexOf(": ") + 2)))
          .forEach(missing::add);
      if (!paper.contains(group.name())) {
        missing.add(group.name());
      }
    }
    assertThat(missing).isEmpty();
  }

  private static Stream<String> figures(Measurement measured) {
    return Stream.of(
            measured.value().isPresent() ? Numbers.rate(measured.value().getAsDouble()) : "",
            Numbers.interval(measured.low(), measured.high()),
            Words.counts(measured))
        .filter(figure -> !figure.isEmpty());
  }
}
