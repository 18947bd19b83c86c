package evenhand.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.small;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import evenhand.frontier.FrontierEvidence;
import evenhand.frontier.PartFrontier;
import evenhand.frontier.Selection;
import evenhand.parity.Verdict;
import evenhand.train.Part;
import j2html.tags.DomContent;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.ThTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A frontier as one HTML page that needs nothing else: a chart for every part of the rows with a
 * table beside it, and every candidate with why it was not chosen.
 */
public final class FrontierReport {

  private final FrontierEvidence evidence;

  private FrontierReport(FrontierEvidence evidence) {
    this.evidence = evidence;
  }

  /** The same evidence gives the same bytes. */
  public static String of(FrontierEvidence evidence) {
    FrontierReport report = new FrontierReport(evidence);
    return HtmlPage.of("Frontier: " + FrontierWords.title(evidence), report.body());
  }

  private List<DomContent> body() {
    List<DomContent> body = new ArrayList<>();
    body.add(
        header(
            p("Frontier").withClass("kind"),
            h1(Words.capital(FrontierWords.title(evidence))),
            p("%s is %s. %s."
                    .formatted(
                        evidence.label(), evidence.positive(), FrontierWords.counts(evidence)))
                .withClass("lead")));
    body.add(verdict());
    body.add(
        iff(
            !warnings().isEmpty(),
            div(strong("Warnings"), ul(each(warnings(), warning -> li(warning))))
                .withClass("warnings")
                .attr("role", "note")));
    body.add(
        nav(
                each(
                    inReadingOrder(),
                    part ->
                        a(Words.title(part.part()) + " rows")
                            .withHref("#frontier-" + part.part().id())),
                a("Every candidate").withHref("#alternatives"),
                a("How this was computed").withHref("#computed"),
                a("Configuration").withHref("#configuration"))
            .attr("aria-label", "Contents"));
    inReadingOrder().forEach(part -> body.add(part(part)));
    body.add(alternatives());
    body.add(computed());
    body.add(ReferenceSections.configuration(evidence.configuration(), evidence.fingerprints()));
    return body;
  }

  /** The rows of the choice, then the test rows, then the others. */
  private List<PartFrontier> inReadingOrder() {
    List<PartFrontier> order = new ArrayList<>(List.of(evidence.ofChoice()));
    evidence.parts().stream().filter(part -> part.part() == Part.TEST).forEach(order::add);
    evidence.parts().stream().filter(part -> !order.contains(part)).forEach(order::add);
    return order;
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>(evidence.notes());
    evidence
        .selection()
        .filter(selection -> selection.knownBefore() > 0)
        .ifPresent(selection -> warnings.add(Words.capital(FrontierWords.knownBefore(selection))));
    return warnings;
  }

  private DomContent verdict() {
    if (evidence.selection().isEmpty()) {
      return section(h2("None is chosen: no tolerance was stated.").withClass("verdict"))
          .withClass("requirement");
    }
    Selection selection = evidence.selection().get();
    List<String> sentences = new ArrayList<>();
    sentences.add(FrontierWords.selection(evidence, selection) + ".");
    selection
        .verdicts()
        .forEach(
            (part, verdict) -> {
              if (part != selection.rows()) {
                sentences.add(
                    Words.capital(FrontierWords.rescored(evidence, selection, part, verdict))
                        + ".");
              }
            });
    return section(
            p(text("Tolerance "), code(selection.tolerance().toString())).withClass("kind"),
            h2(headline(selection)).withClass("verdict"),
            each(sentences, sentence -> p(sentence)))
        .withClass("requirement");
  }

  private String headline(Selection selection) {
    if (selection.chosen().isPresent()) {
      return "Chosen on %s rows: %s"
          .formatted(selection.rows().id(), FrontierWords.name(evidence, selection.chosen().get()));
    }
    return selection.verdict() == Verdict.NOT_MET
        ? "No candidate meets the tolerance."
        : "Insufficient evidence.";
  }

  private DomContent part(PartFrontier part) {
    boolean used = part.part() == evidence.ofChoice().part();
    String title = Words.title(part.part()) + " rows";
    return section(
            HtmlTable.heading("frontier-" + part.part().id(), title),
            p(
                "%s rows%s. %s."
                    .formatted(
                        Numbers.count(part.rows()),
                        used ? ": the choice uses these" : ", which the choice does not use",
                        Words.capital(String.join("; ", FrontierWords.shape(evidence, part))))),
            FrontierChart.of(evidence, part),
            FrontierChart.legend(evidence),
            outside(part),
            HtmlTable.of(
                "Frontier on %s rows".formatted(part.part().id()),
                List.of(
                    HtmlTable.column("Candidate"),
                    HtmlTable.column(Words.capital(FrontierWords.merit(evidence))),
                    HtmlTable.column(Words.capital(evidence.axes().gapWord())),
                    HtmlTable.column("On the frontier", "share of replicates")),
                shown(part).stream().map(member -> member(part, member)).toList()))
        .withClass("block");
  }

  private DomContent outside(PartFrontier part) {
    long outside = FrontierFrame.of(evidence).outside(evidence, part);
    return iff(
        outside > 0,
        p("%d dominated candidates lie outside the chart; the table of every candidate has them."
                .formatted(outside))
            .withClass("small"));
  }

  /** The members, and the chosen one where it is none. */
  private List<Integer> shown(PartFrontier part) {
    List<Integer> shown = new ArrayList<>(part.members());
    evidence.chosen().filter(chosen -> !shown.contains(chosen)).ifPresent(shown::add);
    return shown;
  }

  private TrTag member(PartFrontier part, int candidate) {
    return tr(
        name(part, candidate),
        FrontierTable.merit(evidence, candidate, part.part()),
        FrontierTable.gap(evidence, candidate, part.part()),
        FrontierTable.share(part.places().get(candidate).onFrontier()));
  }

  private ThTag name(PartFrontier part, int candidate) {
    List<String> marks = new ArrayList<>();
    if (evidence.chosen().equals(Optional.of(candidate))) {
      marks.add(part.members().contains(candidate) ? "chosen" : "chosen, not on this frontier");
    }
    if (part.knee().equals(Optional.of(candidate))) {
      marks.add("knee");
    }
    return HtmlTable.row(FrontierWords.name(evidence, candidate), String.join(", ", marks));
  }

  private DomContent alternatives() {
    List<ThTag> columns = new ArrayList<>(List.of(HtmlTable.column("Candidate")));
    for (PartFrontier part : evidence.parts()) {
      columns.add(HtmlTable.column(Words.capital(FrontierWords.merit(evidence)), part.part().id()));
      columns.add(HtmlTable.column(Words.capital(evidence.axes().gapWord()), part.part().id()));
    }
    columns.add(HtmlTable.proseColumn("Why"));
    List<TrTag> rows = new ArrayList<>();
    for (int c = 0; c < evidence.candidates().size(); c++) {
      rows.add(alternative(c));
    }
    return section(
            HtmlTable.heading("alternatives", "Every candidate"),
            HtmlTable.of("Every candidate that was tried", columns, rows))
        .withClass("block");
  }

  private TrTag alternative(int candidate) {
    TrTag row = tr(name(evidence.ofChoice(), candidate));
    for (PartFrontier part : evidence.parts()) {
      row.with(
          FrontierTable.merit(evidence, candidate, part.part()),
          FrontierTable.gap(evidence, candidate, part.part()));
    }
    return row.with(why(candidate));
  }

  private TdTag why(int candidate) {
    return td(
            text(Words.capital(FrontierWords.reason(evidence, candidate)) + ". "),
            small(FrontierWords.place(evidence, evidence.ofChoice(), candidate)))
        .withClass("prose");
  }

  private DomContent computed() {
    return section(
            HtmlTable.heading("computed", "How this was computed"),
            ul(each(FrontierWords.computed(evidence), sentence -> li(sentence))))
        .withClass("block");
  }
}
