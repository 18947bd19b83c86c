package evenhand.report;

import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import evenhand.audit.AttributeAudit;
import evenhand.audit.FourFifths;
import evenhand.audit.GateResult;
import evenhand.audit.ParityMeasurement;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import evenhand.parity.Parity;
import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.DlTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader of an audit asks first: did it pass, how large are the gaps, what is it of. */
final class AuditVerdicts {

  private AuditVerdicts() {}

  /** Tiles: the gates that were stated, then every attribute's. */
  static DomContent of(AuditReport report) {
    List<DomContent> tiles = new ArrayList<>();
    report.gates().forEach(gate -> tiles.add(gate(gate)));
    report.audit().attributes().forEach(attribute -> tile(attribute).ifPresent(tiles::add));
    return section(
            h2(sentence(report)).withClass("verdict"),
            iff(!tiles.isEmpty(), div(each(tiles, tile -> tile)).withClass("tiles")))
        .withClass("requirement");
  }

  private static String sentence(AuditReport report) {
    if (!report.gates().isEmpty()) {
      long exceeded = count(report, GateResult.Outcome.EXCEEDED);
      long unknown = count(report, GateResult.Outcome.UNKNOWN);
      int all = report.gates().size();
      if (exceeded > 0) {
        return all == 1
            ? "The gate is exceeded."
            : "%d of %d gates are exceeded.".formatted(exceeded, all);
      }
      if (unknown > 0) {
        return all == 1
            ? "The evidence does not tell whether the gate is passed."
            : "For %d of %d gates the evidence does not tell.".formatted(unknown, all);
      }
      return all == 1 ? "The gate is passed." : "All %d gates are passed.".formatted(all);
    }
    List<String> failed = new ArrayList<>();
    List<String> met = new ArrayList<>();
    for (AttributeAudit attribute : report.audit().attributes()) {
      attribute
          .fourFifths()
          .flatMap(FourFifths::met)
          .ifPresent(is -> (is ? met : failed).add(attribute.name()));
    }
    if (failed.isEmpty() && met.isEmpty()) {
      return "Measured; no bound was stated.";
    }
    List<String> clauses = new ArrayList<>();
    if (!failed.isEmpty()) {
      clauses.add("not met by " + Words.list(failed));
    }
    if (!met.isEmpty()) {
      clauses.add("met by " + Words.list(met));
    }
    return "Four-fifths rule: " + String.join("; ", clauses) + ".";
  }

  private static long count(AuditReport report, GateResult.Outcome outcome) {
    return report.gates().stream().filter(gate -> gate.outcome() == outcome).count();
  }

  private static DomContent gate(GateResult gate) {
    String look =
        switch (gate.outcome()) {
          case PASSED -> "met";
          case EXCEEDED -> "not-met";
          case UNKNOWN -> "insufficient-evidence";
        };
    return div(h3("Gate"), badge(look, Words.capital(gate.outcome().id())), p(gate.sentence()))
        .withClasses("tile", look);
  }

  private static DomContent badge(String look, String words) {
    String symbol = look.equals("met") ? "✓" : look.equals("not-met") ? "✕" : "?";
    return p(span(symbol).attr("aria-hidden", "true"), text(words)).withClass("badge");
  }

  private static Optional<DomContent> tile(AttributeAudit attribute) {
    return attribute.fourFifths().map(rule -> tile(attribute, rule));
  }

  private static DomContent tile(AttributeAudit attribute, FourFifths rule) {
    String look = rule.met().map(met -> met ? "met" : "not-met").orElse("insufficient-evidence");
    String words =
        rule.met()
            .map(met -> "Four-fifths rule " + (met ? "met" : "not met"))
            .orElse("Four-fifths rule: no verdict");
    DivTag tile = div(h3(attribute.name()), badge(look, words)).withClasses("tile", look);
    if (rule.ratio().isPresent()) {
      tile.with(
          p(
                  span(Numbers.against(rule.ratio().getAsDouble(), FourFifths.THRESHOLD))
                      .withClass("figure"),
                  text(" smallest / largest rate"))
              .withClass("measured"));
    }
    return tile.with(facts(attribute, rule));
  }

  private static DlTag facts(AttributeAudit attribute, FourFifths rule) {
    DlTag facts = dl().withClass("facts");
    rule.reason().ifPresent(reason -> facts.with(dt("why"), dd(reason)));
    String interval = Numbers.gapInterval(rule.low(), rule.high());
    if (!interval.isEmpty()) {
      facts.with(dt("interval"), dd(interval));
    }
    Words.extremes(rule).ifPresent(names -> facts.with(dt("groups"), dd(names)));
    if (rule.ratio().isPresent()) {
      facts.with(dt("flips"), dd(Words.flips(rule)));
    }
    attribute.parities().stream()
        .filter(gap -> gap.parity() == Parity.DEMOGRAPHIC_PARITY)
        .filter(gap -> gap.comparison() == Comparison.BETWEEN_GROUPS)
        .filter(gap -> gap.kind() == Kind.DIFFERENCE)
        .forEach(gap -> facts.with(dt("gap"), dd(gap(gap))));
    return facts;
  }

  private static String gap(ParityMeasurement gap) {
    String interval = Numbers.gapInterval(gap.low(), gap.high());
    return gap.value().isEmpty()
        ? "demographic parity: " + Words.Missing.of(gap).sentence()
        : "demographic parity %s%s"
            .formatted(Numbers.gap(gap.value()), interval.isEmpty() ? "" : " (" + interval + ")");
  }

  /** What the audit is of. */
  static DomContent subject(AuditReport report) {
    DlTag list = dl().withClass("definitions");
    SubjectWords.of(report).forEach((name, words) -> list.with(dt(Words.capital(name)), dd(words)));
    return section(HtmlTable.heading("subject", "What was audited"), list).withClass("block");
  }
}
