package evenhand.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.small;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;

import evenhand.audit.Audit;
import evenhand.data.Groups;
import evenhand.threshold.GroupThresholds;
import evenhand.train.ConditionEvidence;
import evenhand.train.ObjectiveEvidence;
import evenhand.train.ThresholdEvidence;
import j2html.tags.DomContent;
import j2html.tags.specialized.ThTag;
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
    String expected = fitted.rule().isRandomised() ? "expected" : "";
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
                    HtmlTable.column("Selection rate", expected),
                    HtmlTable.column("True positive rate", expected),
                    HtmlTable.column("False positive rate", expected)),
                rows),
            each(givenUp, sentence -> p(Words.capital(sentence) + ".")))
        .withClass("block");
  }

  private static DomContent requirements(ThresholdEvidence evidence) {
    boolean randomised = evidence.fitted().rule().isRandomised();
    return section(
            HtmlTable.heading("requirements", "Requirements and objective"),
            p(
                "Before: "
                    + PLAIN
                    + "."
                    + (randomised
                        ? " Expected, by which is judged: the mean over chance; drawn: of the "
                            + "decisions drawn with the chosen key, with their interval."
                        : "")),
            HtmlTable.of(
                "Requirements on every part",
                header(
                    randomised, HtmlTable.column("Requirement"), HtmlTable.proseColumn("Verdict")),
                evidence.requirements().stream()
                    .map(measured -> requirement(measured, randomised))
                    .toList()),
            HtmlTable.of(
                Words.capital(evidence.fitted().objective().id().replace('_', ' ')),
                header(randomised, HtmlTable.column("Rows")),
                evidence.objectives().stream()
                    .map(measured -> objective(measured, randomised))
                    .toList()))
        .withClass("block");
  }

  private static List<ThTag> header(boolean randomised, ThTag... first) {
    List<ThTag> header = new ArrayList<>(List.of(first));
    if (randomised) {
      header.add(HtmlTable.column("Expected"));
      header.add(HtmlTable.column("Drawn"));
    } else {
      header.add(HtmlTable.column("Measured"));
    }
    header.add(HtmlTable.column("Before"));
    return header;
  }

  private static TrTag requirement(ConditionEvidence measured, boolean randomised) {
    TrTag row =
        tr(
            HtmlTable.row(measured.condition().toString(), measured.part().id() + " rows"),
            td(text(measured.verdict().words()), iff(Words.doubt(measured), doubt -> small(doubt)))
                .withClass("prose"));
    String interval = Numbers.gapInterval(measured.low(), measured.high());
    if (measured.reason().isPresent()) {
      row.with(HtmlTable.missing(measured.reason().get()));
    } else {
      row.with(HtmlTable.withInterval(Evidence.judged(measured), randomised ? "" : interval));
    }
    if (randomised) {
      row.with(HtmlTable.withInterval(Numbers.gap(measured.value()), interval));
    }
    return row.with(HtmlTable.number(Numbers.gap(measured.plain())));
  }

  private static TrTag objective(ObjectiveEvidence measured, boolean randomised) {
    TrTag row =
        tr(
            HtmlTable.row(Words.title(measured.part())),
            HtmlTable.number(Numbers.gap(measured.expected())));
    if (randomised) {
      row.with(HtmlTable.number(Numbers.gap(measured.decisions())));
    }
    return row.with(HtmlTable.number(Numbers.gap(measured.plain())));
  }
}
