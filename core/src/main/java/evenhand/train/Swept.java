package evenhand.train;

import evenhand.audit.BinaryOutcomes;
import evenhand.data.Groups;
import evenhand.learner.Classifier;
import evenhand.parity.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trials of a sweep, and the rows they are compared on. */
public final class Swept {

  private final Sweep sweep;
  private final Prepared prepared;
  private final Map<String, String> fingerprints;
  private final List<TrialFolder.Found> found;

  Swept(
      Sweep sweep,
      Prepared prepared,
      Map<String, String> fingerprints,
      List<TrialFolder.Found> found) {
    this.sweep = sweep;
    this.prepared = prepared;
    this.fingerprints = fingerprints;
    this.found = List.copyOf(found);
  }

  /** In the order of the plan. */
  public List<Trial> trials() {
    return found.stream().flatMap(each -> each.trials().stream()).toList();
  }

  /** How many trials an earlier sweep had left. */
  public int reused() {
    return found.stream()
        .filter(each -> !each.fitted())
        .mapToInt(each -> each.trials().size())
        .sum();
  }

  /** How many trials were known before what is stated now was stated. */
  public int knownBefore(String stated) {
    return found.stream()
        .filter(each -> !each.stated().equals(stated))
        .mapToInt(each -> each.trials().size())
        .sum();
  }

  /** Training always; validation and test where there are any. */
  public List<Part> parts() {
    return List.copyOf(prepared.samples().keySet());
  }

  /** Sentences about what the encoding met. */
  public List<String> notes() {
    return prepared.notes();
  }

  /** SHA-256 of the encoded rows of each part, by its id. */
  public Map<String, String> fingerprints() {
    return fingerprints;
  }

  /** The groups of every attribute that have rows there. */
  public List<Groups> groups(Part part) {
    return prepared.rows(part).sample().groups().stream().map(Groups::withoutEmpty).toList();
  }

  /**
   * The requirements that no trial can be measured by on that part, since groups lack rows.
   *
   * @param requirements each of one attribute
   */
  public List<LackingRows> lacking(List<Requirement> requirements, Part part) {
    return LackingRows.of(
        requirements, part, prepared, sweep.data().weightMeaning(), sweep.options().audit());
  }

  /** What a trial that has a classifier decides there, exactly as {@code predict} does. */
  public BinaryOutcomes outcomes(Trial trial, Part part) {
    PartRows rows = prepared.rows(part);
    Decider.Decided decided = trial.decider().orElseThrow().on(part.id() + " rows", rows);
    return Measuring.outcomes(
        rows.sample(), decided.decisions(), decided.scores(), sweep.data().weightMeaning());
  }

  /**
   * A trial as a trained model, beside a plain fit.
   *
   * @param judged requirements that its evidence speaks of, each of one attribute
   */
  public Trained trained(Trial trial, List<Requirement> judged) {
    Decider decider = trial.decider().orElseThrow();
    Method.Task task =
        new Method.Task(
            Sweep.training(prepared),
            Optional.empty(),
            List.of(),
            sweep.learner(),
            trial.id().seed());
    Classifier plain = Methods.PLAIN.fit(task, ProgressListener.NONE).classifier();
    Measuring.Measured measured =
        new Measuring(
                judged,
                sweep.data().weightMeaning(),
                sweep.options(),
                decider,
                plain,
                CellMeasuring.of(setting(trial).method(), sweep.data(), sweep.options()))
            .all(prepared, ProgressListener.NONE);
    List<String> warnings = new ArrayList<>(prepared.notes());
    warnings.addAll(measured.remarks());
    OneDecision.warning(measured.parts()).ifPresent(warnings::add);
    TrainingEvidence evidence =
        new TrainingEvidence(
            sweep.data().outcome().column(),
            sweep.data().outcome().positive(),
            sweep.data().attributes(),
            measured.verdicts(),
            measured.parts(),
            measured.cells(),
            warnings,
            trial.search(),
            sweep.configuration(setting(trial), trial.id().seed()),
            sweep.data().review(),
            fingerprints);
    return new Trained(sweep.data().outcome(), prepared.encoding(), decider, evidence);
  }

  private Method.Setting setting(Trial trial) {
    return sweep.jobs().stream()
        .filter(
            job ->
                job.id().method().equals(trial.id().method())
                    && job.setting().requirements().equals(trial.requirements()))
        .findFirst()
        .orElseThrow()
        .setting();
  }
}
