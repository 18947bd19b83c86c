package evenhand.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.audit.AttributeAudit;
import evenhand.audit.GroupAudit;
import evenhand.audit.Measurement;
import evenhand.metric.Interval;
import evenhand.parity.Requirement;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric of every group of one attribute, as a chart with a row per group.
 *
 * @param title above the chart
 * @param metric id
 * @param model what is drawn filled
 * @param plain what is drawn hollow beside it, if anything
 * @param requirement whose allowed stretch is shaded, if any
 * @param bound a rate that a line is drawn at, such as four fifths of the reference's
 */
record RatePanel(
    String title,
    String metric,
    AttributeAudit model,
    Optional<AttributeAudit> plain,
    Optional<Requirement> requirement,
    OptionalDouble bound) {

  /** All that must find room on the axis. */
  List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>(measured(model));
    plain.ifPresent(audit -> all.addAll(measured(audit)));
    bound.ifPresent(rate -> all.add(Measurement.of(rate, new Interval(rate, rate))));
    return all;
  }

  DomContent draw(Span axis) {
    ObjectNode chart = Json.object();
    chart.put("kind", "rates");
    chart.put("name", metric.replace('_', ' '));
    chart.put("from", axis.low());
    chart.put("to", axis.high());
    ArrayNode names = chart.putArray("groups");
    model.groups().forEach(group -> names.add(group.name()));
    overall().ifPresent(rate -> chart.put("overall", rate));
    bound.ifPresent(rate -> chart.put("bound", rate));
    allowed().ifPresent(span -> chart.putArray("allowed").add(span.low()).add(span.high()));
    chart.set("model", points(model));
    plain.ifPresent(audit -> chart.set("plain", points(audit)));
    return Chart.of(title, words(), chart);
  }

  private ArrayNode points(AttributeAudit audit) {
    ArrayNode points = Json.array();
    for (GroupAudit group : model.groups()) {
      Optional<Measurement> measurement = known(audit, group.name());
      if (measurement.isEmpty()) {
        points.addNull();
      } else {
        ObjectNode point = points.addObject();
        point.set("value", Json.number(measurement.get().value()));
        point.set("low", Json.number(measurement.get().low()));
        point.set("high", Json.number(measurement.get().high()));
        point.put("text", text(measurement.get()));
      }
    }
    return points;
  }

  Optional<Measurement> known(AttributeAudit audit, String group) {
    return Evidence.metric(Evidence.group(audit, group), metric)
        .filter(measurement -> measurement.value().isPresent());
  }

  private static String text(Measurement measurement) {
    String interval = Numbers.interval(measurement.low(), measurement.high());
    String counts = Words.counts(measurement);
    return Numbers.rate(measurement.value().orElseThrow())
        + (interval.isEmpty() ? "" : " (" + interval + ")")
        + (counts.isEmpty() ? "" : ", " + counts);
  }

  private String words() {
    List<String> clauses = new ArrayList<>();
    for (GroupAudit group : model.groups()) {
      clauses.add(group.name() + " " + spoken(model, group.name()));
      plain.ifPresent(audit -> clauses.add("plain model " + spoken(audit, group.name())));
    }
    return title + ", " + metric.replace('_', ' ') + ": " + String.join(", ", clauses);
  }

  private String spoken(AttributeAudit audit, String group) {
    return known(audit, group)
        .map(measurement -> Numbers.rate(measurement.value().orElseThrow()))
        .orElse("insufficient evidence");
  }

  private OptionalDouble overall() {
    Measurement measurement = model.overall().metrics().get(metric);
    return measurement == null ? OptionalDouble.empty() : measurement.value();
  }

  Optional<Span> allowed() {
    double[] rates =
        measured(model).stream()
            .filter(measurement -> measurement.value().isPresent())
            .mapToDouble(measurement -> measurement.value().getAsDouble())
            .toArray();
    return overall().isEmpty()
        ? Optional.empty()
        : requirement.flatMap(asked -> Span.allowed(asked, rates, overall().getAsDouble()));
  }

  private List<Measurement> measured(AttributeAudit audit) {
    List<Measurement> found = new ArrayList<>();
    for (GroupAudit group : audit.groups()) {
      Measurement measurement = group.metrics().get(metric);
      if (measurement != null) {
        found.add(measurement);
      }
    }
    return found;
  }
}
