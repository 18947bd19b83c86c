package evenhand.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.join;
import static j2html.TagCreator.small;
import static j2html.TagCreator.span;
import static j2html.TagCreator.td;
import static j2html.TagCreator.tr;

import evenhand.audit.AttributeAudit;
import evenhand.audit.FourFifths;
import evenhand.audit.ImpactRatio;
import evenhand.audit.ImpactRatios;
import evenhand.audit.Measurement;
import evenhand.metric.Statistic;
import j2html.tags.DomContent;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.TrTag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Selection rates beside that of a reference: a group a row. */
final class ImpactSection {

  private ImpactSection() {}

  /** Four fifths of the reference's rate; empty where there is none. */
  static OptionalDouble fourFifths(AttributeAudit attribute) {
    OptionalDouble rate =
        attribute
            .impactRatios()
            .flatMap(ImpactRatios::reference)
            .flatMap(
                name ->
                    Evidence.metric(Evidence.group(attribute, name), Statistic.SELECTION_RATE.id()))
            .map(Measurement::value)
            .orElse(OptionalDouble.empty());
    return rate.isPresent()
        ? OptionalDouble.of(FourFifths.THRESHOLD * rate.getAsDouble())
        : OptionalDouble.empty();
  }

  static DomContent legend(AttributeAudit attribute) {
    Legend.Key all = new Legend.Key("overall", "all rows");
    return fourFifths(attribute).isEmpty()
        ? Legend.of(all)
        : Legend.of(
            all,
            new Legend.Key(
                "bound",
                "four fifths of the selection rate of "
                    + attribute.impactRatios().flatMap(ImpactRatios::reference).orElse("")));
  }

  static DomContent table(AttributeAudit attribute) {
    return each(attribute.impactRatios().stream().toList(), ratios -> table(attribute, ratios));
  }

  private static DomContent table(AttributeAudit attribute, ImpactRatios ratios) {
    List<TrTag> rows = ratios.groups().stream().map(group -> row(group, ratios)).toList();
    return HtmlTable.of(
        "Impact ratios by %s: selection rate / that of %s"
            .formatted(attribute.name(), SubjectWords.reference(ratios)),
        List.of(
            HtmlTable.column("Group"),
            HtmlTable.column("People"),
            HtmlTable.column("Selected"),
            HtmlTable.column("Selection rate"),
            HtmlTable.column("Impact ratio")),
        rows);
  }

  private static TrTag row(ImpactRatio group, ImpactRatios ratios) {
    return tr(
        HtmlTable.row(group.group()),
        HtmlTable.number(Numbers.weight(group.people())),
        HtmlTable.number(Numbers.weight(group.selected())),
        rate(group),
        ratio(group, ratios.reference().filter(group.group()::equals).isPresent()));
  }

  /** Its counts stand in the columns before. */
  private static TdTag rate(ImpactRatio group) {
    return group.rate().value().isEmpty()
        ? td(span(group.rate().reason().orElse(Numbers.NONE)).withClass("few")).withClass("number")
        : HtmlTable.withInterval(
            Numbers.rate(group.rate().value().getAsDouble()),
            Numbers.interval(group.rate().low(), group.rate().high()));
  }

  private static TdTag ratio(ImpactRatio group, boolean isReference) {
    if (isReference) {
      return td(span("reference").withClass("few")).withClass("number");
    }
    if (group.ratio().isEmpty()) {
      Optional<String> reason =
          group.rate().value().isPresent() ? group.reason() : Optional.empty();
      return td(span(reason.orElse(Numbers.NONE)).withClass("few")).withClass("number");
    }
    double ratio = group.ratio().getAsDouble();
    boolean below = ratio < FourFifths.THRESHOLD - 1e-12;
    return td(join(
            span((below ? "✕ " : "") + Numbers.rate(ratio))
                .withClass(below ? "value below" : "value"),
            small(Numbers.interval(group.low(), group.high()))))
        .withClass("number");
  }
}
