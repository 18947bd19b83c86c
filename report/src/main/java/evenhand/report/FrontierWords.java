package evenhand.report;

import evenhand.frontier.Candidate;
import evenhand.frontier.FrontierEvidence;
import evenhand.frontier.Measures;
import evenhand.frontier.PartFrontier;
import evenhand.frontier.Place;
import evenhand.frontier.Selection;
import evenhand.parity.Verdict;
import evenhand.train.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The sentences about a frontier that its reports share. */
final class FrontierWords {

  private FrontierWords() {}

  /** Such as {@code accuracy against demographic parity by sex}. */
  static String title(FrontierEvidence evidence) {
    return "%s against %s by %s"
        .formatted(
            merit(evidence),
            evidence.axes().parity().replace('_', ' '),
            Words.list(evidence.axes().attributes()));
  }

  /** The merit in words, such as {@code balanced accuracy}. */
  static String merit(FrontierEvidence evidence) {
    return Metric.of(evidence.axes().merit().id()).title();
  }

  static String counts(FrontierEvidence evidence) {
    long failed = evidence.candidates().stream().filter(each -> each.failure().isPresent()).count();
    PartFrontier choice = evidence.ofChoice();
    return "%d candidates%s; on the frontier of %s %s rows: %d"
        .formatted(
            evidence.candidates().size(),
            failed == 0 ? "" : ", %d of them without a model".formatted(failed),
            Numbers.count(choice.rows()),
            choice.part().id(),
            choice.members().size());
  }

  /** What the tolerance chose, or that it chose nothing. */
  static String selection(FrontierEvidence evidence, Selection selection) {
    String rows = selection.rows().id();
    if (selection.chosen().isPresent()) {
      int chosen = selection.chosen().get();
      return "Within %s, %s, chosen on %s rows is %s: %s"
          .formatted(
              selection.tolerance(),
              selection.knownBefore() == 0
                  ? "stated before the search"
                  : "stated after %d candidates were known".formatted(selection.knownBefore()),
              rows,
              evidence.candidates().get(chosen).id(),
              numbers(evidence, chosen, selection.rows()));
    }
    if (selection.verdict() == Verdict.INSUFFICIENT_EVIDENCE) {
      return "Within %s on %s rows: insufficient evidence, no candidate has both a %s and a %s"
          .formatted(selection.tolerance(), rows, merit(evidence), evidence.axes().gapWord());
    }
    return "No candidate meets %s on %s rows, so none is chosen; the best %s there is %s. What may help: strengths nearer to parity (--strengths), methods that aim at it (--method reduction,threshold), or a looser tolerance"
        .formatted(selection.tolerance(), rows, evidence.axes().gapWord(), best(evidence));
  }

  /** The gap of the first member of the frontier. */
  private static String best(FrontierEvidence evidence) {
    PartFrontier choice = evidence.ofChoice();
    return choice.members().stream()
        .findFirst()
        .flatMap(first -> evidence.candidates().get(first).on(choice.part()))
        .map(measures -> Numbers.gap(measures.gap().value()))
        .orElse(Numbers.NONE);
  }

  /** How the chosen candidate does on other rows. */
  static String rescored(
      FrontierEvidence evidence, Selection selection, Part part, Verdict verdict) {
    return "on %s rows%s: %s, %s"
        .formatted(
            part.id(),
            part == Part.TEST ? ", which no choice used" : "",
            numbers(evidence, selection.chosen().orElseThrow(), part),
            verdict.words());
  }

  static String knownBefore(Selection selection) {
    return "%d candidates were known when this tolerance was stated: it was not stated before the search"
        .formatted(selection.knownBefore());
  }

  /** Such as {@code accuracy 0.8437 (0.835–0.852), gap 0.0312 (0.0201–0.0423)}. */
  static String numbers(FrontierEvidence evidence, int candidate, Part part) {
    Optional<Measures> measures = evidence.candidates().get(candidate).on(part);
    if (measures.isEmpty()) {
      return "not measured";
    }
    Measures found = measures.get();
    return "%s %s%s, %s %s%s"
        .formatted(
            merit(evidence),
            Numbers.gap(found.merit().value()),
            brackets(found.merit().low(), found.merit().high()),
            evidence.axes().gapWord(),
            Numbers.gap(found.gap().value()),
            brackets(found.gap().low(), found.gap().high()));
  }

  private static String brackets(OptionalDouble low, OptionalDouble high) {
    String interval = Numbers.gapInterval(low, high);
    return interval.isEmpty() ? "" : " (" + interval + ")";
  }

  /** Knee and hypervolume, a sentence each. */
  static List<String> shape(FrontierEvidence evidence, PartFrontier part) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        part.knee()
            .map(knee -> "knee: " + name(evidence, knee))
            .orElse(
                part.members().size() < 3
                    ? "knee: undefined, the frontier has fewer than three candidates"
                    : "knee: undefined, the frontier does not bend outward"));
    part.area()
        .ifPresent(
            area ->
                sentences.add(
                    "hypervolume against %s %s, %s %s: %s%s"
                        .formatted(
                            merit(evidence),
                            Words.shortest(evidence.axes().meritAt(area.reference())),
                            evidence.axes().gapWord(),
                            Words.shortest(evidence.axes().gapAt(area.reference())),
                            Numbers.gap(area.value()),
                            area.interval()
                                .map(
                                    found ->
                                        brackets(
                                            OptionalDouble.of(found.low()),
                                            OptionalDouble.of(found.high())))
                                .orElse(""))));
    return sentences;
  }

  /** Why a candidate was or was not chosen. */
  static String reason(FrontierEvidence evidence, int candidate) {
    Optional<String> failure = evidence.candidates().get(candidate).failure();
    return evidence
        .selection()
        .map(selection -> selection.reasons().get(candidate))
        .or(() -> failure.map(why -> "no model: " + why))
        .orElse("no tolerance was stated");
  }

  /** Where a candidate stands among the others, without an end. */
  static String place(FrontierEvidence evidence, PartFrontier part, int candidate) {
    Place place = part.places().get(candidate);
    String share =
        place.onFrontier().isPresent()
            ? " (in %s of replicates)".formatted(percent(place.onFrontier().getAsDouble()))
            : "";
    return switch (place.status()) {
      case ON_FRONTIER -> "on the frontier" + share;
      case DUPLICATE ->
          "equal to %s%s".formatted(name(evidence, place.other().orElseThrow()), share);
      case DOMINATED ->
          "dominated by %s%s"
              .formatted(
                  name(evidence, place.other().orElseThrow()),
                  place.dominated().isPresent()
                      ? " (in %s of replicates)".formatted(percent(place.dominated().getAsDouble()))
                      : "");
      case NOT_MEASURED -> "not measured on %s rows".formatted(part.part().id());
    };
  }

  /** How the numbers came about. */
  static List<String> computed(FrontierEvidence evidence) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "One candidate dominates another when neither its %s nor its %s is worse and one of them is better; the frontier is what no candidate dominates."
            .formatted(merit(evidence), evidence.axes().gapWord()));
    sentences.add(
        "Intervals of a candidate's own numbers are those of its audit, at the %s level."
            .formatted(Numbers.percent(evidence.confidence())));
    sentences.add(
        "What compares candidates is from a paired bootstrap: each replicate draws rows with replacement, within every group as many as it has, and measures all candidates on the same rows drawn (%s)."
            .formatted(
                String.join(
                    ", ",
                    evidence.parts().stream()
                        .map(part -> part.part().id() + " " + Numbers.count(part.replicates()))
                        .toList())));
    sentences.add(
        "The knee is the member farthest above the straight line between the ends of the frontier,"
            + " with both axes scaled to it; it needs three members.");
    sentences.add(
        "The hypervolume is the area of what the frontier dominates up to the reference; its"
            + " interval is the basic bootstrap interval, cut off at 0 and at the largest area"
            + " there can be.");
    evidence
        .strengths()
        .forEach(
            (method, meaning) -> sentences.add("Strength of %s: %s.".formatted(method, meaning)));
    if (evidence.axes().attributes().size() > 1) {
      sentences.add("Of several attributes the worst counts.");
    }
    return sentences;
  }

  static String name(FrontierEvidence evidence, int candidate) {
    Candidate found = evidence.candidates().get(candidate);
    return found.id().toString();
  }

  /** Such as {@code 97 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
