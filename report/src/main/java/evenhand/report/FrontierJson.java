package evenhand.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.audit.Measurement;
import evenhand.frontier.Axes;
import evenhand.frontier.Candidate;
import evenhand.frontier.FrontierEvidence;
import evenhand.frontier.PartFrontier;
import evenhand.frontier.Place;
import evenhand.frontier.Selection;
import evenhand.metric.Interval;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A frontier and every candidate as JSON, schema {@code evenhand.frontier/1}. */
public final class FrontierJson {

  public static final String SCHEMA = "evenhand.frontier/1";

  private final FrontierEvidence evidence;

  private FrontierJson(FrontierEvidence evidence) {
    this.evidence = evidence;
  }

  /** The whole document; write it with {@link Json}. */
  public static ObjectNode tree(FrontierEvidence evidence) {
    return new FrontierJson(evidence).tree();
  }

  private ObjectNode tree() {
    ObjectNode tree = Json.object();
    Axes axes = evidence.axes();
    tree.put("schema", SCHEMA);
    tree.put("label", evidence.label());
    tree.put("positive", evidence.positive());
    ObjectNode traded = tree.putObject("axes");
    traded.put("metric", axes.merit().id());
    traded.put("better", axes.merit().better().name().toLowerCase(Locale.ROOT));
    traded.put("parity", axes.parity());
    traded.put("definition", axes.requirements().get(0).parity().definition());
    traded.put("comparison", axes.requirements().get(0).comparison().id());
    traded.put("kind", axes.kind().id());
    traded.set("attributes", Json.texts(axes.attributes()));
    tree.put("confidence", evidence.confidence());
    tree.set("selection", selection());
    ArrayNode parts = tree.putArray("parts");
    evidence.parts().forEach(part -> parts.add(part(part)));
    tree.set("strengths", Json.texts(evidence.strengths()));
    ArrayNode candidates = tree.putArray("candidates");
    for (int c = 0; c < evidence.candidates().size(); c++) {
      candidates.add(candidate(c));
    }
    tree.set("notes", Json.texts(evidence.notes()));
    tree.set("configuration", Json.lists(evidence.configuration()));
    tree.set("fingerprints", Json.texts(evidence.fingerprints()));
    return tree;
  }

  private JsonNode selection() {
    if (evidence.selection().isEmpty()) {
      return Json.text(Optional.empty());
    }
    Selection selection = evidence.selection().get();
    ObjectNode tree = Json.object();
    tree.put("tolerance", selection.tolerance().toString());
    tree.put("rows", selection.rows().id());
    tree.put("verdict", selection.verdict().id());
    tree.set("chosen", name(selection.chosen()));
    ObjectNode verdicts = tree.putObject("verdicts");
    selection.verdicts().forEach((part, verdict) -> verdicts.put(part.id(), verdict.id()));
    tree.put("candidates_known_before", selection.knownBefore());
    return tree;
  }

  private JsonNode part(PartFrontier part) {
    ObjectNode tree = Json.object();
    tree.put("part", part.part().id());
    tree.put("rows", part.rows());
    tree.put("replicates", part.replicates());
    tree.set("frontier", Json.texts(part.members().stream().map(this::name).toList()));
    tree.set("knee", name(part.knee()));
    tree.set(
        "hypervolume", part.area().map(this::area).orElseGet(() -> Json.text(Optional.empty())));
    return tree;
  }

  private JsonNode area(PartFrontier.Area area) {
    ObjectNode tree = Json.object();
    double merit = evidence.axes().meritAt(area.reference());
    double gap = evidence.axes().gapAt(area.reference());
    tree.set("reference_metric", Json.number(merit));
    tree.set("reference_gap", Json.number(gap));
    tree.set("value", Json.number(area.value()));
    tree.set("low", Json.number(end(area.interval().map(Interval::low))));
    tree.set("high", Json.number(end(area.interval().map(Interval::high))));
    return tree;
  }

  private static OptionalDouble end(Optional<Double> end) {
    return end.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private JsonNode candidate(int number) {
    Candidate candidate = evidence.candidates().get(number);
    ObjectNode tree = Json.object();
    tree.put("name", candidate.id().toString());
    tree.put("method", candidate.id().method());
    tree.set("strength", Json.number(candidate.id().strength()));
    tree.put("seed", candidate.id().seed());
    tree.set("failure", Json.text(candidate.failure()));
    ObjectNode measured = tree.putObject("measures");
    for (PartFrontier part : evidence.parts()) {
      candidate
          .on(part.part())
          .ifPresent(
              measures -> {
                ObjectNode both = measured.putObject(part.part().id());
                both.set("metric", measurement(measures.merit()));
                both.set("gap", measurement(measures.gap()));
                place(part.places().get(number), both);
              });
    }
    tree.set("reason", Json.text(evidence.selection().map(each -> each.reasons().get(number))));
    return tree;
  }

  private void place(Place place, ObjectNode tree) {
    tree.put("status", place.status().id());
    tree.set("other", name(place.other()));
    tree.set("on_frontier", Json.number(place.onFrontier()));
    tree.set("dominated", Json.number(place.dominated()));
  }

  private static ObjectNode measurement(Measurement measured) {
    ObjectNode tree = Json.object();
    tree.set("value", Json.number(measured.value()));
    tree.set("low", Json.number(measured.low()));
    tree.set("high", Json.number(measured.high()));
    tree.set("reason", Json.text(measured.reason()));
    return tree;
  }

  private JsonNode name(Optional<Integer> candidate) {
    return Json.text(candidate.map(this::name));
  }

  private String name(int candidate) {
    return evidence.candidates().get(candidate).id().toString();
  }
}
