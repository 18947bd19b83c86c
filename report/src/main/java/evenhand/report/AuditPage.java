package evenhand.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.section;

import evenhand.audit.Audit;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** The page about decisions that were only measured. */
final class AuditPage {

  private AuditPage() {}

  static String of(AuditReport report) {
    Audit audit = report.audit();
    List<DomContent> body = new ArrayList<>();
    String names = Words.list(audit.attributes().stream().map(each -> each.name()).toList());
    String subject = Numbers.count(audit.rows()) + " rows";
    body.add(HtmlReport.title("Audit", report.subject().data(), subject + ", groups by " + names));
    body.add(AuditVerdicts.of(report));
    body.add(HtmlReport.sentences("Remarks", report.subject().remarks()));
    body.add(AuditVerdicts.subject(report));
    body.add(
        HtmlReport.contents(
            a("By group").withHref("#rates-0"),
            a("All measurements").withHref("#measurements"),
            a("Definitions").withHref("#definitions"),
            a("How this was computed").withHref("#computed")));
    body.add(each(audit.attributes(), attribute -> RateSection.of(audit, attribute)));
    body.add(
        section(HtmlTable.heading("measurements", "All measurements"), MeasurementSection.of(audit))
            .withClass("block"));
    body.add(ReferenceSections.definitions(List.of(audit)));
    body.add(ReferenceSections.howComputed(audit));
    return HtmlPage.of("Audit: " + report.subject().data(), body);
  }
}
