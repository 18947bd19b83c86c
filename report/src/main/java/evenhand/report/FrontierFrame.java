package evenhand.report;

import evenhand.audit.Measurement;
import evenhand.frontier.FrontierEvidence;
import evenhand.frontier.Measures;
import evenhand.frontier.PartFrontier;
import evenhand.frontier.Tolerance;
import evenhand.parity.Kind;
import evenhand.train.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The stretch of both axes that a chart shows: what is on the frontier of some part, with some
 * room. A candidate far outside, which nobody would choose, would press the others together.
 */
record FrontierFrame(Span gaps, Span merits) {

  private static final double ROOM = 0.25;

  /** The same for every part, so that the eye may compare. */
  static FrontierFrame of(FrontierEvidence evidence) {
    Set<Integer> shown = new LinkedHashSet<>();
    evidence.parts().forEach(part -> shown.addAll(part.members()));
    List<Double> gaps = new ArrayList<>();
    List<Double> merits = new ArrayList<>();
    for (int candidate : shown) {
      for (Measures measures : evidence.candidates().get(candidate).measures().values()) {
        add(gaps, measures.gap().value());
        add(merits, measures.merit().value());
      }
    }
    evidence
        .chosen()
        .ifPresent(
            chosen ->
                evidence
                    .candidates()
                    .get(chosen)
                    .measures()
                    .values()
                    .forEach(
                        measures -> {
                          addAll(gaps, measures.gap());
                          addAll(merits, measures.merit());
                        }));
    bound(evidence).ifPresent(gaps::add);
    boolean ratio = evidence.axes().kind() == Kind.RATIO;
    Span across = around(gaps);
    return new FrontierFrame(
        ratio ? new Span(Math.max(0, across.low()), 1) : new Span(0, across.high()),
        around(merits));
  }

  private static void add(List<Double> values, OptionalDouble value) {
    value.ifPresent(values::add);
  }

  private static void addAll(List<Double> values, Measurement measured) {
    add(values, measured.value());
    add(values, measured.low());
    add(values, measured.high());
  }

  private static Span around(List<Double> values) {
    double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double room = high > low ? ROOM * (high - low) : 0.01;
    return new Span(low - room, high + room);
  }

  /** Of the gap, where the tolerance bounds it. */
  static Optional<Double> bound(FrontierEvidence evidence) {
    return evidence
        .selection()
        .map(selection -> selection.tolerance())
        .filter(Tolerance.LargestGap.class::isInstance)
        .map(tolerance -> ((Tolerance.LargestGap) tolerance).requirement().bound());
  }

  /** Whether a candidate has a place in the frame of that part. */
  boolean holds(FrontierEvidence evidence, int candidate, Part part) {
    return evidence
        .candidates()
        .get(candidate)
        .on(part)
        .filter(measures -> measures.point(evidence.axes()).isPresent())
        .filter(measures -> within(gaps, measures.gap()) && within(merits, measures.merit()))
        .isPresent();
  }

  private static boolean within(Span span, Measurement measured) {
    double value = measured.value().orElseThrow();
    return span.low() <= value && value <= span.high();
  }

  /** How many measured candidates have no place in it. */
  long outside(FrontierEvidence evidence, PartFrontier part) {
    long outside = 0;
    for (int c = 0; c < evidence.candidates().size(); c++) {
      boolean measured =
          evidence.candidates().get(c).point(part.part(), evidence.axes()).isPresent();
      outside += measured && !holds(evidence, c, part.part()) ? 1 : 0;
    }
    return outside;
  }
}
