package evenhand.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.audit.Audit;
import evenhand.audit.GroupAudit;
import evenhand.audit.Measurement;
import evenhand.audit.ParityMeasurement;
import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import evenhand.train.PartEvidence;
import evenhand.train.TrainingEvidence;
import j2html.tags.DomContent;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.TrTag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Accuracy against the required gap, from the plain model to the model. */
final class GivenUpSection {

  private static final String ACCURACY = "accuracy";

  private final Requirement requirement;
  private final List<PartEvidence> parts;
  private final String gap;

  private GivenUpSection(TrainingEvidence evidence, Requirement requirement) {
    String attribute = requirement.attribute().orElse(evidence.attributes().get(0));
    this.requirement = requirement.of(attribute);
    this.parts = HtmlReport.partsWith(evidence, attribute);
    this.gap = requirement.kind() == Kind.RATIO ? "ratio" : "gap";
  }

  static DomContent of(TrainingEvidence evidence, Requirement requirement) {
    return new GivenUpSection(evidence, requirement).section();
  }

  private DomContent section() {
    return j2html.TagCreator.section(
        h3(requirement.toString()),
        p(
            text(
                "Each arrow leads from the plain model to the model. Further up is more accurate; "
                    + "the requirement is met in the shaded part.")),
        div(each(parts, this::panel)).withClass("panels"),
        HtmlTable.of(
            "Accuracy and %s of the plain model and the model".formatted(gap),
            List.of(
                HtmlTable.column("Rows"),
                HtmlTable.column("Accuracy", "plain model"),
                HtmlTable.column("Accuracy", "model"),
                HtmlTable.column("Change", "model − plain"),
                HtmlTable.column(Words.capital(gap), "plain model"),
                HtmlTable.column(Words.capital(gap), "model")),
            parts.stream().map(this::row).toList()));
  }

  private TrTag row(PartEvidence part) {
    return tr(
        HtmlTable.row(Words.title(part.part()), Numbers.count(part.rows())),
        HtmlTable.metric(all(part.plain()), ACCURACY),
        HtmlTable.metric(all(part.decisions()), ACCURACY),
        HtmlTable.number(change(part)),
        gap(part.plain()),
        gap(part.decisions()));
  }

  private static String change(PartEvidence part) {
    OptionalDouble model = Evidence.overall(part.decisions(), ACCURACY);
    OptionalDouble plain = Evidence.overall(part.plain(), ACCURACY);
    return model.isPresent() && plain.isPresent()
        ? Numbers.change(model.getAsDouble() - plain.getAsDouble())
        : Numbers.NONE;
  }

  private TdTag gap(Audit audit) {
    return parity(audit)
        .map(
            measured ->
                HtmlTable.gap(
                    measured.value(), measured.low(), measured.high(), Words.missing(measured)))
        .orElseGet(() -> HtmlTable.number(""));
  }

  private DomContent panel(PartEvidence part) {
    ObjectNode chart = Json.object();
    chart.put("kind", "trade");
    chart.put("gap", gap);
    chart.put("bound", requirement.bound());
    chart.put("met", requirement.kind() == Kind.RATIO ? "above" : "below");
    Span accuracies =
        Span.around(
            parts.stream()
                .flatMap(each -> Stream.of(accuracy(each.plain()), accuracy(each.decisions())))
                .flatMap(Optional::stream)
                .toList());
    chart.putArray("accuracies").add(accuracies.low()).add(accuracies.high());
    chart.putArray("gaps").add(0).add(largestGap());
    point(part.plain()).ifPresent(point -> chart.set("plain", point));
    point(part.decisions()).ifPresent(point -> chart.set("model", point));
    return Chart.of(Words.title(part.part()), words(part), chart);
  }

  private Optional<ObjectNode> point(Audit audit) {
    Optional<Measurement> accuracy = accuracy(audit).filter(found -> found.value().isPresent());
    Optional<ParityMeasurement> parity = parity(audit).filter(found -> found.value().isPresent());
    if (accuracy.isEmpty() || parity.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode point = Json.object();
    point.set("gap", Json.number(parity.get().value()));
    point.set("gap_low", Json.number(parity.get().low()));
    point.set("gap_high", Json.number(parity.get().high()));
    point.set("accuracy", Json.number(accuracy.get().value()));
    point.set("accuracy_low", Json.number(accuracy.get().low()));
    point.set("accuracy_high", Json.number(accuracy.get().high()));
    return Optional.of(point);
  }

  private String words(PartEvidence part) {
    return "%s: plain model accuracy %s at %s %s, model accuracy %s at %s %s"
        .formatted(
            Words.title(part.part()),
            Numbers.gap(Evidence.overall(part.plain(), ACCURACY)),
            gap,
            Numbers.gap(value(part.plain())),
            Numbers.gap(Evidence.overall(part.decisions(), ACCURACY)),
            gap,
            Numbers.gap(value(part.decisions())));
  }

  private double largestGap() {
    double largest =
        parts.stream()
            .flatMap(part -> Stream.of(parity(part.plain()), parity(part.decisions())))
            .flatMap(Optional::stream)
            .flatMap(measured -> Stream.of(measured.value(), measured.high()))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .max()
            .orElse(1);
    return Math.max(largest, requirement.bound());
  }

  private OptionalDouble value(Audit audit) {
    return parity(audit).map(ParityMeasurement::value).orElse(OptionalDouble.empty());
  }

  private Optional<Measurement> accuracy(Audit audit) {
    return Evidence.metric(all(audit), ACCURACY);
  }

  private Optional<GroupAudit> all(Audit audit) {
    return Optional.of(audit.attribute(requirement.attribute().orElseThrow()).overall());
  }

  private Optional<ParityMeasurement> parity(Audit audit) {
    return audit.attribute(requirement.attribute().orElseThrow()).parities().stream()
        .filter(measured -> measured.parity() == requirement.parity())
        .filter(measured -> measured.comparison() == requirement.comparison())
        .filter(measured -> measured.kind() == requirement.kind())
        .findFirst();
  }
}
