package evenhand.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.frontier.Axes;
import evenhand.frontier.Candidate;
import evenhand.frontier.FrontierEvidence;
import evenhand.frontier.Measures;
import evenhand.frontier.Merit;
import evenhand.frontier.PartFrontier;
import evenhand.frontier.Place;
import evenhand.parity.Kind;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chart of one part's candidates; every part has the same axes. */
final class FrontierChart {

  private FrontierChart() {}

  static DomContent of(FrontierEvidence evidence, PartFrontier part) {
    Axes axes = evidence.axes();
    ObjectNode chart = Json.object();
    chart.put("kind", "frontier");
    chart.put("gap", axes.gapWord());
    chart.put("metric", FrontierWords.merit(evidence));
    chart.put("better", axes.merit().better() == Merit.Better.HIGHER ? "above" : "below");
    chart.put("even", axes.kind() == Kind.RATIO ? "right" : "left");
    FrontierFrame.bound(evidence).ifPresent(bound -> chart.put("bound", bound));
    FrontierFrame frame = FrontierFrame.of(evidence);
    chart.putArray("gaps").add(frame.gaps().low()).add(frame.gaps().high());
    chart.putArray("metrics").add(frame.merits().low()).add(frame.merits().high());
    ArrayNode points = chart.putArray("points");
    for (int c = 0; c < evidence.candidates().size(); c++) {
      int number = c;
      if (frame.holds(evidence, number, part.part())) {
        Measures measures = evidence.candidates().get(c).on(part.part()).orElseThrow();
        points.add(point(evidence, part, number, measures));
      }
    }
    return Chart.of(
        "%s against %s on %s rows"
            .formatted(
                Words.capital(FrontierWords.merit(evidence)), axes.gapWord(), part.part().id()),
        "%d candidates, %d of them on the frontier; the table below has the numbers"
            .formatted(points.size(), part.members().size()),
        chart);
  }

  static DomContent legend(FrontierEvidence evidence) {
    List<Legend.Key> keys = new ArrayList<>();
    keys.add(new Legend.Key("model", "on the frontier"));
    keys.add(new Legend.Key("plain", "another candidate"));
    if (evidence.chosen().isPresent()) {
      keys.add(new Legend.Key("chosen", "chosen, with its intervals"));
    }
    if (FrontierFrame.bound(evidence).isPresent()) {
      keys.add(new Legend.Key("allowed", "within the tolerance"));
    }
    return Legend.of(keys.toArray(Legend.Key[]::new));
  }

  private static ObjectNode point(
      FrontierEvidence evidence, PartFrontier part, int number, Measures measures) {
    ObjectNode tree = Json.object();
    Candidate candidate = evidence.candidates().get(number);
    Place place = part.places().get(number);
    tree.put("name", candidate.id().toString());
    tree.set("gap", Json.number(measures.gap().value()));
    tree.set("metric", Json.number(measures.merit().value()));
    boolean chosen = evidence.chosen().equals(Optional.of(number));
    if (chosen) {
      tree.set("gap_low", Json.number(measures.gap().low()));
      tree.set("gap_high", Json.number(measures.gap().high()));
      tree.set("metric_low", Json.number(measures.merit().low()));
      tree.set("metric_high", Json.number(measures.merit().high()));
    }
    tree.put(
        "look", chosen ? "chosen" : place.status() == Place.Status.ON_FRONTIER ? "model" : "plain");
    tree.put("member", place.status() == Place.Status.ON_FRONTIER);
    tree.set(
        "words",
        Json.texts(
            List.of(
                FrontierWords.numbers(evidence, number, part.part()),
                FrontierWords.place(evidence, part, number))));
    return tree;
  }
}
