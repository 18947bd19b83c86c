package evenhand.report;

import evenhand.audit.Measurement;
import evenhand.frontier.Axes;
import evenhand.frontier.Candidate;
import evenhand.frontier.FrontierEvidence;
import evenhand.frontier.Measures;
import evenhand.frontier.Merit;
import evenhand.frontier.PartFrontier;
import evenhand.frontier.Place;
import evenhand.frontier.Point;
import evenhand.frontier.Selection;
import evenhand.frontier.Tolerance;
import evenhand.metric.Interval;
import evenhand.parity.Verdict;
import evenhand.train.Part;
import evenhand.train.TrialId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Made-up frontiers: four candidates on the frontier, one equal to a member, one dominated, one far
 * away, and one without a model.
 */
final class Frontiers {

  private static final double[] ACCURACY = {0.80, 0.83, 0.845, 0.85, 0.83, 0.82, 0.50};
  private static final double[] GAP = {0.005, 0.02, 0.06, 0.12, 0.02, 0.09, 0.60};
  private static final int[] MEMBERS = {0, 1, 2, 3};

  private Frontiers() {}

  /** The second is chosen within 0.05. */
  static FrontierEvidence chosen() {
    return of("sex", "reduction", Optional.of(1));
  }

  /** No tolerance was stated. */
  static FrontierEvidence withoutTolerance() {
    return of("sex", "reduction", Optional.empty());
  }

  /** With names from data. */
  static FrontierEvidence named(String attribute, String method) {
    return of(attribute, method, Optional.of(1));
  }

  private static FrontierEvidence of(String attribute, String method, Optional<Integer> chosen) {
    Axes axes = Axes.of(Merit.ACCURACY, "demographic_parity", List.of(attribute));
    List<Candidate> candidates = new ArrayList<>();
    for (int c = 0; c < ACCURACY.length; c++) {
      Map<Part, Measures> measures = new EnumMap<>(Part.class);
      for (Part part : Part.values()) {
        double drift = 0.002 * List.of(Part.values()).indexOf(part);
        measures.put(part, new Measures(at(ACCURACY[c] - drift, 0.01), at(GAP[c] + drift, 0.004)));
      }
      candidates.add(
          new Candidate(
              new TrialId(method, OptionalDouble.of(GAP[c]), c + 1), measures, Optional.empty()));
    }
    candidates.add(
        new Candidate(
            new TrialId(method, OptionalDouble.of(0), 1), Map.of(), Optional.of("can't be met")));
    return new FrontierEvidence(
        "income",
        ">50K",
        axes,
        Map.of(method, "tolerance of the requirement"),
        candidates,
        List.of(part(Part.TRAINING), part(Part.VALIDATION), part(Part.TEST)),
        chosen.map(one -> selection(axes, one)),
        0.95,
        List.of(),
        Map.of("seed", List.of("1")),
        Map.of("training", "5f3c"));
  }

  private static Measurement at(double value, double reach) {
    return Measurement.of(value, new Interval(Math.max(0, value - reach), value + reach));
  }

  private static PartFrontier part(Part part) {
    List<Place> places = new ArrayList<>();
    for (int c = 0; c < ACCURACY.length; c++) {
      boolean member = c < MEMBERS.length;
      places.add(
          new Place(
              member
                  ? Place.Status.ON_FRONTIER
                  : c == 4 ? Place.Status.DUPLICATE : Place.Status.DOMINATED,
              member ? Optional.empty() : Optional.of(1),
              OptionalDouble.of(member ? 0.9 : 0.1),
              c > 4 ? OptionalDouble.of(0.97) : OptionalDouble.empty()));
    }
    places.add(
        new Place(
            Place.Status.NOT_MEASURED,
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty()));
    return new PartFrontier(
        part,
        6512,
        places,
        List.of(0, 1, 2, 3),
        Optional.of(2),
        Optional.of(
            new PartFrontier.Area(new Point(0, 1), 0.83, Optional.of(new Interval(0.82, 0.84)))),
        1000);
  }

  private static Selection selection(Axes axes, int chosen) {
    List<String> reasons = new ArrayList<>();
    for (int c = 0; c <= ACCURACY.length; c++) {
      reasons.add(c == chosen ? "chosen: the best" : "not chosen, number " + c);
    }
    return new Selection(
        Tolerance.parse("demographic_parity<=0.05", axes),
        Part.VALIDATION,
        Verdict.MET,
        Optional.of(chosen),
        reasons,
        Map.of(Part.TRAINING, Verdict.MET, Part.VALIDATION, Verdict.MET, Part.TEST, Verdict.MET),
        0);
  }
}
