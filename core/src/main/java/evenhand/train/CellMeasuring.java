package evenhand.train;

import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.audit.AuditOptions;
import evenhand.audit.BinaryOutcomes;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import java.util.List;
import java.util.Optional;

/**
 * Measures the accuracy of each cell whose worst a method aims at.
 *
 * @param cells which rows are one
 * @param outcome names the labels
 * @param options of the evidence
 * @param weightMeaning whether rates are weighted
 */
record CellMeasuring(
    AimedCells cells, Outcome outcome, AuditOptions options, WeightMeaning weightMeaning) {

  /** Empty for a method that aims at no cell. */
  static Optional<CellMeasuring> of(Method method, TrainingData data, TrainingOptions options) {
    return method
        .aimsAt()
        .map(
            cells ->
                new CellMeasuring(cells, data.outcome(), options.audit(), data.weightMeaning()));
  }

  /**
   * @param decisions of the trained model, shape [n]
   * @param plain the other one
   */
  CellEvidence on(Part part, Sample sample, double[] decisions, Classifier plain) {
    Groups named = cells.of(sample, outcome);
    return new CellEvidence(
        part,
        audited(sample, decisions, named),
        audited(sample, plain.on(sample.features()).acceptance(), named));
  }

  private AttributeAudit audited(Sample sample, double[] decisions, Groups named) {
    BinaryOutcomes outcomes = Measuring.outcomes(sample, decisions, weightMeaning);
    return Audit.of(outcomes, List.of(named), options).attribute(named.attribute());
  }
}
