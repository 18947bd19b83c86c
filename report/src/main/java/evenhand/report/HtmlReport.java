package evenhand.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.ul;

import evenhand.audit.Audit;
import evenhand.parity.Requirement;
import evenhand.train.PartEvidence;
import evenhand.train.TrainingEvidence;
import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import j2html.tags.specialized.DivTag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Evidence as one HTML page that needs nothing else: no network, no other file, and for its numbers
 * no JavaScript. The same evidence gives the same bytes. Every text from data is escaped, and a
 * content security policy lets no script run but the page's own two.
 */
public final class HtmlReport {

  private HtmlReport() {}

  /** The page about a trained model. */
  public static String of(TrainingEvidence evidence) {
    List<Requirement> requirements = Evidence.requirements(evidence);
    List<DomContent> body = new ArrayList<>();
    String subject = evidence.label() + " is " + evidence.positive();
    body.add(title("Training report", subject, "Groups by " + Words.list(evidence.attributes())));
    body.add(each(requirements, requirement -> RequirementSection.of(evidence, requirement)));
    body.add(sentences("Warnings", evidence.warnings()));
    List<String> columns = evidence.columns().remarks();
    body.add(
        iff(
            !columns.isEmpty(),
            note(Words.learnedFrom(evidence.columns()), columns)
                .withClasses("warnings", "plainly")));
    List<ATag> links = new ArrayList<>();
    if (!requirements.isEmpty()) {
      links.add(a("Group rates").withHref("#rates-0"));
      links.add(a("What was given up").withHref("#given-up"));
    }
    if (!evidence.cells().isEmpty()) {
      links.add(a("Worst cell").withHref("#cells"));
    }
    links.add(a("All measurements").withHref("#measurements"));
    links.add(a("Definitions").withHref("#definitions"));
    links.add(a("How this was computed").withHref("#computed"));
    links.add(a("Configuration").withHref("#configuration"));
    body.add(contents(links.toArray(ATag[]::new)));
    body.add(each(requirements, requirement -> RateSection.of(evidence, requirement)));
    if (!evidence.cells().isEmpty()) {
      body.add(RateSection.of(evidence.cells()));
    }
    if (!requirements.isEmpty()) {
      body.add(
          section(
                  HtmlTable.heading("given-up", "What was given up"),
                  each(requirements, requirement -> GivenUpSection.of(evidence, requirement)))
              .withClass("block"));
    }
    body.add(
        section(
                HtmlTable.heading("measurements", "All measurements"),
                each(evidence.parts(), MeasurementSection::of))
            .withClass("block"));
    List<Audit> audits =
        evidence.parts().stream()
            .flatMap(part -> Stream.of(part.decisions(), part.plain()))
            .toList();
    body.add(ReferenceSections.definitions(audits));
    body.add(ReferenceSections.howComputed(evidence));
    body.add(ReferenceSections.record(evidence));
    return HtmlPage.of("Training report: " + subject, body);
  }

  /** The page about decisions that were only measured. */
  public static String of(AuditReport report) {
    return AuditPage.of(report);
  }

  static DomContent title(String kind, String subject, String groups) {
    return header(p(kind).withClass("kind"), h1(subject), p(groups).withClass("lead"));
  }

  static DomContent sentences(String title, List<String> sentences) {
    return iff(!sentences.isEmpty(), note(title, sentences).withClass("warnings"));
  }

  private static DivTag note(String title, List<String> sentences) {
    return div(strong(title), ul(each(sentences, sentence -> li(sentence)))).attr("role", "note");
  }

  static DomContent contents(ATag... links) {
    return nav(links).attr("aria-label", "Contents");
  }

  /** The parts whose attribute of that name was audited. */
  static List<PartEvidence> partsWith(TrainingEvidence evidence, String attribute) {
    return evidence.parts().stream()
        .filter(
            part ->
                part.decisions().attributes().stream()
                    .anyMatch(audited -> audited.name().equals(attribute)))
        .toList();
  }
}
