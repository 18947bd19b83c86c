package evenhand.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.audit.GroupAudit;
import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import evenhand.train.PartEvidence;
import evenhand.train.TrainingEvidence;
import j2html.tags.DomContent;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.ThTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Accuracy against the required gap, from the plain model to the model. */
final class GivenUpSection {

  private final Requirement requirement;
  private final List<PartEvidence> parts;
  private final String gap;
  private final boolean isRandomised;

  private GivenUpSection(TrainingEvidence evidence, Requirement requirement) {
    String attribute = requirement.attribute().orElse(evidence.attributes().get(0));
    this.requirement = requirement.of(attribute);
    this.parts = HtmlReport.partsWith(evidence, attribute);
    this.gap = requirement.kind() == Kind.RATIO ? "ratio" : "gap";
    this.isRandomised = parts.stream().anyMatch(Evidence::isRandomised);
  }

  static DomContent of(TrainingEvidence evidence, Requirement requirement) {
    return new GivenUpSection(evidence, requirement).section();
  }

  private DomContent section() {
    String model = isRandomised ? "expected" : "model";
    List<ThTag> header =
        new ArrayList<>(
            List.of(
                HtmlTable.column("Rows"),
                HtmlTable.column("Accuracy", "plain model"),
                HtmlTable.column("Accuracy", model),
                HtmlTable.column("Change", model + " − plain"),
                HtmlTable.column(Words.capital(gap), "plain model"),
                HtmlTable.column(Words.capital(gap), model)));
    if (isRandomised) {
      header.add(HtmlTable.column("Accuracy", "drawn"));
      header.add(HtmlTable.column(Words.capital(gap), "drawn"));
    }
    return j2html.TagCreator.section(
        h3(requirement.toString()),
        p(
            text(
                "Each arrow leads from the plain model to the model%s. Further up is more accurate; the requirement is met in the shaded part."
                    .formatted(isRandomised ? " as expected" : ""))),
        div(each(parts, this::panel)).withClass("panels"),
        HtmlTable.of(
            "Accuracy and %s of the plain model and the model".formatted(gap),
            header,
            parts.stream().map(this::row).toList()));
  }

  private TrTag row(PartEvidence part) {
    TrTag row =
        tr(
            HtmlTable.row(Words.title(part.part()), Numbers.count(part.rows())),
            HtmlTable.metric(all(part.plain()), TradePoint.ACCURACY),
            HtmlTable.metric(all(part.expected()), TradePoint.ACCURACY),
            HtmlTable.number(change(part)),
            gap(part.plain()),
            gap(part.expected()));
    return isRandomised
        ? row.with(
            HtmlTable.metric(all(part.decisions()), TradePoint.ACCURACY), gap(part.decisions()))
        : row;
  }

  private static String change(PartEvidence part) {
    OptionalDouble model = part.expected().overall(TradePoint.ACCURACY);
    OptionalDouble plain = part.plain().overall(TradePoint.ACCURACY);
    return model.isPresent() && plain.isPresent()
        ? Numbers.change(model.getAsDouble() - plain.getAsDouble())
        : Numbers.NONE;
  }

  private TdTag gap(Audit audit) {
    return TradePoint.gap(attribute(audit), requirement)
        .map(
            measured ->
                HtmlTable.gap(
                    measured.value(),
                    measured.low(),
                    measured.high(),
                    Words.Missing.of(measured).sentence()))
        .orElseGet(() -> HtmlTable.number(""));
  }

  private DomContent panel(PartEvidence part) {
    List<TradePoint> all =
        parts.stream()
            .flatMap(each -> Stream.of(each.plain(), each.expected()))
            .flatMap(audit -> TradePoint.of(audit, requirement).stream())
            .toList();
    ObjectNode chart = Json.object();
    chart.put("kind", "trade");
    chart.put("gap", gap);
    chart.put("bound", requirement.bound());
    chart.put("met", requirement.kind() == Kind.RATIO ? "above" : "below");
    Span accuracies = Span.around(all.stream().map(TradePoint::accuracy).toList());
    chart.putArray("accuracies").add(accuracies.low()).add(accuracies.high());
    chart.putArray("gaps").add(0).add(largestGap(all));
    TradePoint.of(part.plain(), requirement).ifPresent(point -> chart.set("plain", json(point)));
    TradePoint.of(part.expected(), requirement).ifPresent(point -> chart.set("model", json(point)));
    return Chart.of(Words.title(part.part()), words(part), chart);
  }

  private double largestGap(List<TradePoint> points) {
    return points.stream()
        .flatMap(point -> Stream.of(point.gap().value(), point.gap().high()))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .reduce(requirement.bound(), Math::max);
  }

  private static ObjectNode json(TradePoint point) {
    ObjectNode tree = Json.object();
    tree.set("gap", Json.number(point.gap().value()));
    tree.set("gap_low", Json.number(point.gap().low()));
    tree.set("gap_high", Json.number(point.gap().high()));
    tree.set("accuracy", Json.number(point.accuracy().value()));
    tree.set("accuracy_low", Json.number(point.accuracy().low()));
    tree.set("accuracy_high", Json.number(point.accuracy().high()));
    return tree;
  }

  private String words(PartEvidence part) {
    return "%s: plain model %s, model %s"
        .formatted(Words.title(part.part()), words(part.plain()), words(part.expected()));
  }

  private String words(Audit audit) {
    return TradePoint.of(audit, requirement)
        .map(
            point ->
                "accuracy %s at %s %s"
                    .formatted(
                        Numbers.gap(point.accuracy().value()),
                        gap,
                        Numbers.gap(point.gap().value())))
        .orElse("insufficient evidence");
  }

  private Optional<GroupAudit> all(Audit audit) {
    return Optional.of(attribute(audit).overall());
  }

  private AttributeAudit attribute(Audit audit) {
    return audit.attribute(requirement.attribute().orElseThrow());
  }
}
