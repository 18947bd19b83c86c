package evenhand.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.td;
import static j2html.TagCreator.tr;

import evenhand.audit.Audit;
import evenhand.data.Groups;
import evenhand.threshold.GroupThresholds;
import evenhand.train.ConditionEvidence;
import evenhand.train.ObjectiveEvidence;
import evenhand.train.ThresholdEvidence;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Thresholds with their evidence as one HTML page that needs nothing else, like {@link HtmlReport}.
 */
public final class ThresholdReport {

  private static final String PLAIN = "one threshold for all, without requirement";

  private ThresholdReport() {}

  /**
   * The page.
   *
   * @param origin of the rows, as a reader knows it, such as a file's name
   */
  public static String of(ThresholdEvidence evidence, String origin) {
    List<DomContent> body = new ArrayList<>();
    body.add(
        HtmlReport.title(
            "Thresholds",
            origin,
            "%s is %s, groups by %s"
                .formatted(
                    evidence.label(), evidence.positive(), Words.list(evidence.attributes()))));
    body.add(HtmlReport.sentences("Warnings", evidence.warnings()));
    body.add(
        HtmlReport.contents(
            a("Thresholds").withHref("#thresholds"),
            a("Requirements").withHref("#requirements"),
            a("ROC curves").withHref("#roc"),
            a("Before and after").withHref("#parities"),
            a("All measurements").withHref("#measurements"),
            a("Definitions").withHref("#definitions"),
            a("Configuration").withHref("#configuration")));
    body.add(thresholds(evidence.fitted()));
    body.add(requirements(evidence));
    body.add(ThresholdSections.roc(evidence.fitted()));
    body.add(ThresholdSections.parities(evidence));
    body.add(
        section(
                HtmlTable.heading("measurements", "All measurements"),
                each(
                    evidence.parts(),
                    part -> MeasurementSection.of(part, "thresholds", "single threshold")))
            .withClass("block"));
    List<Audit> audits =
        evidence.parts().stream()
            .flatMap(part -> Stream.of(part.decisions(), part.plain()))
            .toList();
    body.add(ReferenceSections.definitions(audits));
    body.add(ReferenceSections.howComputed(audits.get(0)));
    body.add(ReferenceSections.configuration(evidence.configuration(), Map.of()));
    return HtmlPage.of("Thresholds: " + origin, body);
  }

  private static DomContent thresholds(GroupThresholds fitted) {
    List<TrTag> rows =
        fitted.cells().stream()
            .map(
                cell ->
                    tr(
                        HtmlTable.row(Groups.crossed(cell.groups())),
                        HtmlTable.prose(Words.accepts(cell.acceptance())),
                        HtmlTable.number(Numbers.count(cell.rows())),
                        HtmlTable.number(Numbers.rate(cell.selection().value())),
                        HtmlTable.number(Numbers.rate(cell.truePositive().value())),
                        HtmlTable.number(Numbers.rate(cell.falsePositive().value()))))
            .toList();
    List<String> givenUp =
        fitted.givenUp().map(given -> Words.givenUp(given, fitted.objective())).stream().toList();
    return section(
            HtmlTable.heading("thresholds", "Thresholds"),
            p(
                "Which scores are accepted, and what becomes of the rows fitted on. Without "
                    + "requirement everyone would be accepted thus: "
                    + Words.accepts(fitted.plain())
                    + "."),
            HtmlTable.of(
                "Thresholds by group",
                List.of(
                    HtmlTable.column("Group"),
                    HtmlTable.proseColumn("Accepts"),
                    HtmlTable.column("Rows", "fitted on"),
                    HtmlTable.column("Selection rate", "expected"),
                    HtmlTable.column("True positive rate", "expected"),
                    HtmlTable.column("False positive rate", "expected")),
                rows),
            each(givenUp, sentence -> p(Words.capital(sentence) + ".")))
        .withClass("block");
  }

  private static DomContent requirements(ThresholdEvidence evidence) {
    return section(
            HtmlTable.heading("requirements", "Requirements and objective"),
            p("Before: " + PLAIN + ". Expected: the mean over chance, where chance takes part."),
            HtmlTable.of(
                "Requirements on every part",
                List.of(
                    HtmlTable.column("Requirement"),
                    HtmlTable.proseColumn("Verdict"),
                    HtmlTable.column("Measured"),
                    HtmlTable.column("Expected"),
                    HtmlTable.column("Before")),
                evidence.requirements().stream().map(ThresholdReport::requirement).toList()),
            HtmlTable.of(
                Words.capital(evidence.fitted().objective().id().replace('_', ' ')),
                List.of(
                    HtmlTable.column("Rows"),
                    HtmlTable.column("Measured"),
                    HtmlTable.column("Expected"),
                    HtmlTable.column("Before")),
                evidence.objectives().stream().map(ThresholdReport::objective).toList()))
        .withClass("block");
  }

  private static TrTag requirement(ConditionEvidence measured) {
    return tr(
        HtmlTable.row(measured.condition().toString(), measured.part().id() + " rows"),
        td(measured.verdict().words()).withClass("prose"),
        HtmlTable.gap(
            measured.value(), measured.low(), measured.high(), measured.reason().orElse("")),
        HtmlTable.number(Numbers.gap(measured.expected())),
        HtmlTable.number(Numbers.gap(measured.plain())));
  }

  private static TrTag objective(ObjectiveEvidence measured) {
    return tr(
        HtmlTable.row(Words.title(measured.part())),
        HtmlTable.number(Numbers.gap(measured.decisions())),
        HtmlTable.number(Numbers.gap(measured.expected())),
        HtmlTable.number(Numbers.gap(measured.plain())));
  }
}
