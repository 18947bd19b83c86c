package evenhand.frontier;

import evenhand.audit.Measurement;
import evenhand.parity.Kind;
import evenhand.parity.Verdict;
import evenhand.train.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Chooses by a tolerance.
 *
 * @param on the rows that the choice uses, and no others
 */
record Selecting(
    Axes axes, Tolerance tolerance, List<Candidate> candidates, FrontierJob.Compared on) {

  Selection choose(List<Part> parts, int knownBefore) {
    Optional<Integer> chosen = best();
    List<String> reasons = new ArrayList<>();
    boolean measured = false;
    for (int c = 0; c < candidates.size(); c++) {
      measured |= point(c).isPresent();
      reasons.add(reason(c, chosen));
    }
    Map<Part, Verdict> verdicts = new EnumMap<>(Part.class);
    if (chosen.isPresent()) {
      parts.forEach(part -> verdicts.put(part, verdict(chosen.get(), part)));
    }
    Verdict verdict =
        chosen.isPresent()
            ? Verdict.MET
            : measured ? Verdict.NOT_MET : Verdict.INSUFFICIENT_EVIDENCE;
    return new Selection(tolerance, rows(), verdict, chosen, reasons, verdicts, knownBefore);
  }

  private Part rows() {
    return on.part();
  }

  private Optional<Point> point(int candidate) {
    return candidates.get(candidate).point(rows(), axes);
  }

  /** Of those within the tolerance the best in what it leaves open; of equals the first. */
  private Optional<Integer> best() {
    Optional<Integer> best = Optional.empty();
    for (int c = 0; c < candidates.size(); c++) {
      if (verdict(c, rows()) == Verdict.MET
          && (best.isEmpty()
              || isBetter(point(c).orElseThrow(), point(best.get()).orElseThrow()))) {
        best = Optional.of(c);
      }
    }
    return best;
  }

  private boolean isBetter(Point one, Point other) {
    boolean byMerit = tolerance instanceof Tolerance.LargestGap;
    int merit = Double.compare(one.merit(), other.merit());
    int gap = Double.compare(other.gap(), one.gap());
    int first = byMerit ? merit : gap;
    return first > 0 || (first == 0 && (byMerit ? gap : merit) > 0);
  }

  private Verdict verdict(int candidate, Part part) {
    Optional<Point> point = candidates.get(candidate).point(part, axes);
    if (point.isEmpty()) {
      return Verdict.INSUFFICIENT_EVIDENCE;
    }
    boolean met;
    if (tolerance instanceof Tolerance.LargestGap largest) {
      met = largest.requirement().isMetBy(value(gap(candidate, part)));
    } else {
      double most = ((Tolerance.LargestLoss) tolerance).most();
      met = highest(part) - point.get().merit() <= most + 1e-9;
    }
    return met ? Verdict.MET : Verdict.NOT_MET;
  }

  /** The greatest turned merit of a candidate there. */
  private double highest(Part part) {
    return candidates.stream()
        .flatMap(candidate -> candidate.point(part, axes).stream())
        .mapToDouble(Point::merit)
        .max()
        .orElseThrow();
  }

  private String reason(int candidate, Optional<Integer> chosen) {
    Candidate tried = candidates.get(candidate);
    if (tried.failure().isPresent()) {
      return "no model: " + tried.failure().get();
    }
    if (point(candidate).isEmpty()) {
      return "not measured on %s rows: %s".formatted(rows().id(), missing(candidate));
    }
    if (verdict(candidate, rows()) == Verdict.NOT_MET) {
      return outside(candidate);
    }
    int taken = chosen.orElseThrow();
    if (taken == candidate) {
      return tolerance instanceof Tolerance.LargestGap
          ? "chosen: the best %s within the tolerance".formatted(axes.merit().id())
          : "chosen: the %s %s within the tolerance"
              .formatted(axes.kind() == Kind.RATIO ? "largest" : "smallest", axes.gapWord());
    }
    return within(candidate, taken);
  }

  private String missing(int candidate) {
    Measures measured = candidates.get(candidate).on(rows()).orElseThrow();
    return measured.gap().reason().or(() -> measured.merit().reason()).orElseThrow();
  }

  private String outside(int candidate) {
    if (tolerance instanceof Tolerance.LargestGap largest) {
      return "outside the tolerance: %s %s is %s %s"
          .formatted(
              axes.gapWord(),
              number(value(gap(candidate, rows()))),
              axes.kind() == Kind.RATIO ? "below" : "above",
              number(largest.requirement().bound()));
    }
    double lost = highest(rows()) - point(candidate).orElseThrow().merit();
    return "outside the tolerance: gives up %s of %s, more than %s"
        .formatted(
            number(lost), axes.merit().id(), number(((Tolerance.LargestLoss) tolerance).most()));
  }

  private String within(int candidate, int taken) {
    Point own = point(candidate).orElseThrow();
    Point best = point(taken).orElseThrow();
    if (own.equals(best)) {
      return "as good as the chosen one, which was named first";
    }
    if (tolerance instanceof Tolerance.LargestGap && own.merit() < best.merit()) {
      OptionalDouble share = on.replicates().exceeds(replicated(taken), replicated(candidate));
      return "within the tolerance, but %s is worse than the chosen one's by %s%s"
          .formatted(
              axes.merit().id(),
              number(best.merit() - own.merit()),
              share.isPresent()
                  ? " (worse in %s of replicates)".formatted(percent(share.getAsDouble()))
                  : "");
    }
    return "within the tolerance, but %s %s is worse than the chosen one's %s"
        .formatted(
            axes.gapWord(),
            number(value(gap(candidate, rows()))),
            number(value(gap(taken, rows()))));
  }

  /** Its number among the candidates that have a point. */
  private int replicated(int candidate) {
    int number = 0;
    for (int c = 0; c < candidate; c++) {
      number += point(c).isPresent() ? 1 : 0;
    }
    return number;
  }

  private Measurement gap(int candidate, Part part) {
    return candidates.get(candidate).on(part).orElseThrow().gap();
  }

  private static double value(Measurement measured) {
    return measured.value().orElseThrow();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
