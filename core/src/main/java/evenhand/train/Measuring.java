package evenhand.train;

import evenhand.audit.Audit;
import evenhand.audit.BinaryOutcomes;
import evenhand.audit.Judgement;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.parity.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Measures a trained classifier beside the plain one, on one part of the rows after the other.
 *
 * @param requirements each of one attribute
 * @param weightMeaning whether rates are weighted
 * @param options of the evidence
 * @param decider the trained one
 * @param plain the same learner without requirements
 * @param cells whose worst accuracy is shown; empty: none's
 */
record Measuring(
    List<Requirement> requirements,
    WeightMeaning weightMeaning,
    TrainingOptions options,
    Decider decider,
    Classifier plain,
    Optional<CellMeasuring> cells) {

  /**
   * Of every part of the rows.
   *
   * @param remarks sentences about rows that could not be decided on as the others
   */
  record Measured(
      List<PartEvidence> parts,
      List<CellEvidence> cells,
      List<RequirementEvidence> verdicts,
      List<String> remarks) {}

  Measured all(Prepared prepared, ProgressListener listener) {
    Measured all =
        new Measured(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int parts = prepared.samples().size();
    listener.progress("measuring", 0, parts);
    for (Part part : prepared.samples().keySet()) {
      PartRows rows = prepared.rows(part);
      Decider.Decided decided = decider.on(part.id() + " rows", rows);
      PartEvidence evidence = part(part, rows.sample(), decided);
      all.parts().add(evidence);
      cells.ifPresent(
          each -> all.cells().add(each.on(part, rows.sample(), decided.decisions(), plain)));
      all.verdicts().addAll(verdicts(evidence));
      all.remarks().addAll(decided.remarks());
      listener.progress("measuring", all.parts().size(), parts);
    }
    return all;
  }

  PartEvidence part(Part part, Sample sample, Decider.Decided output) {
    Classifier.Output plainly = plain.on(sample.features());
    Audit decided = audit(sample, output.decisions(), output.scores());
    return new PartEvidence(
        part,
        sample.size(),
        decided,
        decider.isRandomised() ? audit(sample, output.acceptance(), output.scores()) : decided,
        audit(sample, plainly.acceptance(), plainly.score()));
  }

  private Audit audit(Sample sample, double[] decisions, double[] scores) {
    return Audit.of(
        outcomes(sample, decisions, scores, weightMeaning),
        sample.groups().stream().map(groups -> groups.withoutEmpty()).toList(),
        options.audit());
  }

  /** What an audit reads of decisions on a sample: its rates are weighted if weights mean so. */
  static BinaryOutcomes outcomes(
      Sample sample, double[] decisions, double[] scores, WeightMeaning meaning) {
    return outcomes(sample, decisions, meaning).withScores(scores);
  }

  /** The same without scores. */
  static BinaryOutcomes outcomes(Sample sample, double[] decisions, WeightMeaning meaning) {
    BinaryOutcomes outcomes = BinaryOutcomes.of(sample.labels()).withDecisions(decisions);
    return meaning == WeightMeaning.ERROR_AND_PARITY && isWeighted(sample)
        ? outcomes.withWeights(sample.parityWeights())
        : outcomes;
  }

  private static boolean isWeighted(Sample sample) {
    return Arrays.stream(sample.parityWeights()).anyMatch(weight -> weight != 1);
  }

  List<RequirementEvidence> verdicts(PartEvidence evidence) {
    return requirements.stream().map(requirement -> verdict(requirement, evidence)).toList();
  }

  private static RequirementEvidence verdict(Requirement requirement, PartEvidence evidence) {
    String attribute = requirement.attribute().orElseThrow();
    Judgement drawn = Judgement.of(requirement, evidence.decisions().attribute(attribute));
    Judgement expected = Judgement.of(requirement, evidence.expected().attribute(attribute));
    return new RequirementEvidence(
        requirement,
        evidence.part(),
        drawn.value(),
        drawn.low(),
        drawn.high(),
        expected.value(),
        Judgement.of(requirement, evidence.plain().attribute(attribute)).value(),
        expected.verdict(),
        expected.reason());
  }
}
