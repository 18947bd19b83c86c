package evenhand.report;

import evenhand.frontier.Candidate;
import evenhand.frontier.FrontierEvidence;
import evenhand.frontier.Measures;
import evenhand.frontier.PartFrontier;
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

  /** Such as {@code accuracy against demographic_parity by sex}. */
  static String title(FrontierEvidence evidence) {
    return "%s against %s by %s"
        .formatted(
            merit(evidence), evidence.axes().parity(), Words.list(evidence.axes().attributes()));
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
      return "%s on %s rows, stated before the search: chosen is %s, %s"
          .formatted(
              selection.tolerance(),
              rows,
              evidence.candidates().get(chosen).id(),
              numbers(evidence, chosen, selection.rows()));
    }
    if (selection.verdict() == Verdict.INSUFFICIENT_EVIDENCE) {
      return "%s on %s rows: insufficient evidence, no candidate has both a %s and a %s"
          .formatted(selection.tolerance(), rows, merit(evidence), evidence.axes().gapWord());
    }
    return "%s on %s rows: no candidate meets it, none is chosen"
        .formatted(selection.tolerance(), rows);
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

  static String name(FrontierEvidence evidence, int candidate) {
    Candidate found = evidence.candidates().get(candidate);
    return found.id().toString();
  }

  /** Such as {@code 97 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
