package evenhand.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;

import evenhand.calibrate.Calibrated;
import evenhand.calibrate.CalibrationEvidence;
import evenhand.calibrate.GroupMap;
import evenhand.calibrate.SubgroupAudit;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A calibration with its evidence as one HTML page that needs nothing else, like {@link
 * HtmlReport}.
 */
public final class CalibrationReport {

  private CalibrationReport() {}

  /**
   * The page.
   *
   * @param origin of the rows, as a reader knows it, such as a file's name
   */
  public static String of(Calibrated calibrated, String origin) {
    CalibrationEvidence evidence = calibrated.evidence();
    List<DomContent> body = new ArrayList<>();
    body.add(
        HtmlReport.title(
            "Calibration",
            origin,
            "Fitted to %s rows, measured on %s"
                .formatted(
                    Numbers.count(evidence.fitRows()),
                    evidence.isOnOtherRows()
                        ? Numbers.count(evidence.evaluationRows()) + " others"
                        : "the same rows, which flatters")));
    body.add(
        p(strong("Did it help? "), text(CalibrationWords.verdict(evidence))).withClass("lead"));
    body.add(HtmlReport.sentences("Less alike", CalibrationWords.warnings(evidence)));
    body.add(HtmlReport.sentences("To know", evidence.remarks()));
    body.add(
        HtmlReport.contents(
            a("Maps").withHref("#maps"),
            a("Reliability").withHref("#reliability"),
            a("Gaps").withHref("#gaps"),
            a("Subgroups").withHref("#subgroups"),
            a("All measurements").withHref("#measurements"),
            a("Definitions").withHref("#definitions")));
    body.add(maps(calibrated));
    body.add(ReliabilitySection.of(evidence));
    body.add(ReliabilitySection.gaps(evidence));
    evidence.subgroups().ifPresent(found -> body.add(subgroups(found, evidence)));
    body.add(
        section(
                HtmlTable.heading("measurements", "All measurements, calibrated"),
                MeasurementSection.of(evidence.after().audit()))
            .withClass("block"));
    body.add(
        ReferenceSections.definitions(
            List.of(evidence.before().audit(), evidence.after().audit())));
    body.add(ReferenceSections.howComputed(evidence.after().audit()));
    return HtmlPage.of("Calibration: " + origin, body);
  }

  private static DomContent maps(Calibrated calibrated) {
    List<GroupMap> maps = new ArrayList<>(List.of(calibrated.fitted().everyone()));
    maps.addAll(calibrated.fitted().groups());
    List<TrTag> rows =
        maps.stream()
            .map(
                map ->
                    tr(
                        HtmlTable.row(map.name()),
                        HtmlTable.number(Numbers.count(map.rows())),
                        HtmlTable.number(Numbers.count(map.positives())),
                        td(map.source().id()),
                        HtmlTable.prose(map.reason())))
            .toList();
    return section(
            HtmlTable.heading("maps", "What each group got, and why"),
            HtmlTable.of(
                "Maps by group",
                List.of(
                    HtmlTable.column("Group"),
                    HtmlTable.column("Rows", "fitted to"),
                    HtmlTable.column("Label 1"),
                    HtmlTable.column("Map"),
                    HtmlTable.proseColumn("Why")),
                rows))
        .withClass("block");
  }

  private static DomContent subgroups(
      CalibrationEvidence.Subgroup subgroups, CalibrationEvidence evidence) {
    return section(
            HtmlTable.heading("subgroups", "Subgroups"),
            p(Words.subgroups(subgroups.before(), subgroups.after())),
            each(
                evidence.multicalibration().stream().toList(),
                repaired -> p(Words.repaired(repaired))),
            div(h3("Scores as they came"), findings(subgroups.before(), "before")),
            div(h3("Calibrated"), findings(subgroups.after(), "after")))
        .withClass("block");
  }

  private static DomContent findings(SubgroupAudit audit, String when) {
    List<TrTag> rows =
        audit.worst().stream()
            .map(
                finding ->
                    tr(
                        HtmlTable.row(finding.subgroup()),
                        HtmlTable.number(
                            String.format(
                                Locale.ROOT,
                                "%.1f–%.1f",
                                finding.bucket() / 10.0,
                                (finding.bucket() + 1) / 10.0)),
                        HtmlTable.number(Numbers.count(finding.rows())),
                        HtmlTable.number(Numbers.rate(finding.meanProbability())),
                        HtmlTable.number(Numbers.rate(finding.meanLabel())),
                        HtmlTable.number(Numbers.pValue(finding.adjusted()))))
            .toList();
    return HtmlTable.of(
        "Subgroups furthest from chance, " + when,
        List.of(
            HtmlTable.column("Subgroup"),
            HtmlTable.column("Probability"),
            HtmlTable.column("Rows"),
            HtmlTable.column("Mean probability"),
            HtmlTable.column("Share of label 1"),
            HtmlTable.column("p", "Holm-adjusted")),
        rows);
  }
}
