package evenhand.train;

import evenhand.audit.Audit;
import evenhand.audit.BinaryOutcomes;
import evenhand.audit.Judgement;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.learner.KeyedDraw;
import evenhand.parity.Requirement;
import java.util.Arrays;
import java.util.List;

/**
 * Measures a trained classifier beside the plain one, on one part of the rows after the other.
 *
 * @param requirements each of one attribute
 * @param weightMeaning whether rates are weighted
 * @param options of the evidence
 * @param classifier the trained one
 * @param draw takes the chance out of it
 * @param plain the same learner without requirements
 */
record Measuring(
    List<Requirement> requirements,
    WeightMeaning weightMeaning,
    TrainingOptions options,
    Classifier classifier,
    KeyedDraw draw,
    Classifier plain) {

  PartEvidence part(Part part, Sample sample) {
    Classifier.Output output = classifier.on(sample.features());
    double[] decisions = asDoubles(draw.decide(sample.features(), output.acceptance()));
    Classifier.Output plainly = plain.on(sample.features());
    Audit decided = audit(sample, decisions, output.score());
    return new PartEvidence(
        part,
        sample.size(),
        decided,
        classifier.isRandomised() ? audit(sample, output.acceptance(), output.score()) : decided,
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
    BinaryOutcomes outcomes =
        BinaryOutcomes.of(sample.labels()).withDecisions(decisions).withScores(scores);
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
    Judgement judgement = Judgement.of(requirement, evidence.decisions().attribute(attribute));
    return new RequirementEvidence(
        requirement,
        evidence.part(),
        judgement.value(),
        judgement.low(),
        judgement.high(),
        Judgement.of(requirement, evidence.expected().attribute(attribute)).value(),
        Judgement.of(requirement, evidence.plain().attribute(attribute)).value(),
        judgement.verdict(),
        judgement.reason());
  }

  private static double[] asDoubles(int[] decisions) {
    double[] values = new double[decisions.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = decisions[i];
    }
    return values;
  }
}
