package evenhand.frontier;

import evenhand.audit.Audit;
import evenhand.audit.AuditOptions;
import evenhand.audit.BinaryOutcomes;
import evenhand.data.Groups;
import evenhand.parity.Requirement;
import evenhand.train.LackingRows;
import evenhand.train.Method;
import evenhand.train.Part;
import evenhand.train.ProgressListener;
import evenhand.train.Sweep;
import evenhand.train.Swept;
import evenhand.train.Trained;
import evenhand.train.Trial;
import evenhand.train.TrialFolder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fits candidates, compares them on every part of the rows, and chooses one by a tolerance.
 *
 * @param sweep what is fitted
 * @param axes what is traded; its requirements are those of the sweep
 * @param tolerance stated now; empty: none is chosen
 * @param reference of hypervolumes, turned; empty: none is measured
 */
public record FrontierJob(
    Sweep sweep, Axes axes, Optional<Tolerance> tolerance, Optional<Point> reference) {

  /** Replicates of a metric of scores, which takes a pass over all rows for each. */
  private static final int FEWER = 200;

  /**
   * What came out.
   *
   * @param chosen with its evidence on every part; empty where none was chosen
   * @param reused candidates that an earlier search had left
   */
  public record Result(FrontierEvidence evidence, Optional<Trained> chosen, int reused) {}

  /** What is stated before the search, as the folder of trials records it. */
  public String stated() {
    return tolerance.map(Object::toString).orElse("none");
  }

  /**
   * Runs or resumes the search.
   *
   * @param kept made with {@link #stated}
   * @param parallel see {@link Sweep#run}
   * @throws LackingRowsException before any fit, where groups lack the rows without which no
   *     candidate has a gap there where one is to be chosen, or on any part
   */
  public Result run(TrialFolder kept, OptionalInt parallel, ProgressListener listener) {
    Swept swept = sweep.run(kept, parallel, listener, this::requireRows);
    List<Trial> trials = swept.trials();
    List<Compared> parts = new ArrayList<>();
    for (Part part : swept.parts()) {
      listener.progress("measuring", parts.size(), swept.parts().size());
      parts.add(compare(swept, part));
    }
    List<Candidate> candidates = candidates(trials, parts);
    List<PartFrontier> frontiers =
        parts.stream().map(part -> frontier(swept, part, candidates)).toList();
    Optional<Selection> selection =
        tolerance.map(
            limit ->
                new Selecting(axes, limit, candidates, choice(parts))
                    .choose(swept.parts(), swept.knownBefore(stated())));
    Optional<Trained> chosen =
        selection.flatMap(Selection::chosen).map(c -> swept.trained(trials.get(c), judged()));
    return new Result(evidence(swept, candidates, frontiers, selection), chosen, swept.reused());
  }

  private void requireRows(Swept rows) {
    List<Part> parts = rows.parts();
    List<Part> needed =
        tolerance.isEmpty()
            ? parts
            : List.of(parts.contains(Part.VALIDATION) ? Part.VALIDATION : Part.TRAINING);
    List<List<LackingRows>> lacking =
        needed.stream().map(part -> rows.lacking(axes.requirements(), part)).toList();
    if (lacking.stream().noneMatch(List::isEmpty)) {
      throw new LackingRowsException(
          "no candidate can have a %s, so none was fitted: %s"
              .formatted(
                  axes.gapWord(),
                  lacking.stream()
                      .flatMap(List::stream)
                      .map(LackingRows::sentence)
                      .collect(Collectors.joining("; "))));
    }
  }

  private AuditOptions audit() {
    return sweep.options().audit();
  }

  private PartFrontier frontier(Swept swept, Compared part, List<Candidate> candidates) {
    return PartFrontier.of(
        part,
        swept.groups(part.part()).get(0).size(),
        candidates.stream().map(each -> each.point(part.part(), axes)).toList(),
        reference.map(
            point ->
                new PartFrontier.Reference(point, axes.largestArea(point), audit().confidence())));
  }

  /** Validation rows, or training rows where none were held out. */
  private static Compared choice(List<Compared> parts) {
    return parts.stream()
        .filter(part -> part.part() == Part.VALIDATION)
        .findFirst()
        .orElse(parts.get(0));
  }

  /**
   * What was measured on one part.
   *
   * @param measures of all trials; empty where there is no model
   * @param replicates of those that have a point, in their order
   */
  record Compared(Part part, List<Optional<Measures>> measures, Replicates replicates) {}

  private Compared compare(Swept swept, Part part) {
    List<Groups> groups = swept.groups(part);
    List<Optional<Measured>> all =
        swept.trials().parallelStream()
            .map(trial -> trial.decider().map(decider -> measured(swept, trial, part, groups)))
            .toList();
    List<Measured> points =
        all.stream()
            .flatMap(Optional::stream)
            .filter(one -> one.measures().point(axes).isPresent())
            .toList();
    return new Compared(
        part,
        all.stream().map(one -> one.map(Measured::measures)).toList(),
        replicates(points, groups));
  }

  private record Measured(Measures measures, BinaryOutcomes rows, BitSet decided) {}

  private Measured measured(Swept swept, Trial trial, Part part, List<Groups> groups) {
    BinaryOutcomes all = swept.outcomes(trial, part);
    BinaryOutcomes needed =
        new BinaryOutcomes(
            all.labels(),
            all.decisions(),
            axes.merit().cells().isPresent() ? Optional.empty() : all.scores(),
            all.weights());
    Audit audit = Audit.of(needed, groups, audit());
    BitSet decided = PairedRows.bits(all.decisions().orElseThrow());
    return new Measured(
        new Measures(axes.meritOf(audit), axes.gapOf(audit)), kept(needed), decided);
  }

  /** Decisions are kept as bits. */
  private static BinaryOutcomes kept(BinaryOutcomes measured) {
    return new BinaryOutcomes(
        measured.labels(), Optional.empty(), measured.scores(), measured.weights());
  }

  private Replicates replicates(List<Measured> points, List<Groups> groups) {
    if (points.isEmpty()) {
      return new Replicates(0, List.of());
    }
    PairedRows rows = new PairedRows(axes, points.get(0).rows(), groups);
    points.forEach(one -> rows.add(one.decided(), one.rows().scores()));
    int count = audit().replicates();
    return rows.replicate(
        axes.merit().cells().isPresent() ? count : Math.min(FEWER, count), audit().seed());
  }

  private static List<Candidate> candidates(List<Trial> trials, List<Compared> parts) {
    return IntStream.range(0, trials.size())
        .mapToObj(
            t -> {
              Map<Part, Measures> each = new EnumMap<>(Part.class);
              for (Compared part : parts) {
                part.measures().get(t).ifPresent(measured -> each.put(part.part(), measured));
              }
              return new Candidate(trials.get(t).id(), each, trials.get(t).failure());
            })
        .toList();
  }

  /** The tolerance as requirements, where it bounds the gap. */
  private List<Requirement> judged() {
    return tolerance
        .filter(Tolerance.LargestGap.class::isInstance)
        .map(
            stated -> {
              double bound = ((Tolerance.LargestGap) stated).requirement().bound();
              return axes.requirements().stream().map(full -> full.within(bound)).toList();
            })
        .orElse(List.of());
  }

  private FrontierEvidence evidence(
      Swept swept,
      List<Candidate> candidates,
      List<PartFrontier> frontiers,
      Optional<Selection> selection) {
    Map<String, String> strengths = new LinkedHashMap<>();
    for (Method method : sweep.plan().methods()) {
      strengths.put(method.name(), method.strength());
    }
    return new FrontierEvidence(
        sweep.data().outcome().column(),
        sweep.data().outcome().positive(),
        axes,
        strengths,
        candidates,
        frontiers,
        selection,
        audit().confidence(),
        swept.notes(),
        configuration(),
        swept.fingerprints());
  }

  private Map<String, List<String>> configuration() {
    Map<String, List<String>> all = sweep.configuration();
    all.put("metric", List.of(axes.merit().id()));
    all.put(
        "parity",
        axes.requirements().stream()
            .map(full -> full.subject() + "@" + full.attribute().orElseThrow())
            .toList());
    all.put("tolerance", tolerance.map(stated -> List.of(stated.toString())).orElse(List.of()));
    all.put(
        "reference",
        reference.map(point -> List.of(point.merit() + "," + point.gap())).orElse(List.of()));
    return all;
  }
}
