package evenhand.train;

import evenhand.data.Outcome;
import evenhand.model.ThresholdStage;
import evenhand.parity.Verdict;
import evenhand.threshold.GroupThresholds;

/**
 * Fitted thresholds with what was measured of them.
 *
 * @param outcome what the decisions say
 * @param stage to decide with
 * @param evidence on every part of the rows
 */
public record Thresholded(Outcome outcome, ThresholdStage stage, ThresholdEvidence evidence) {

  /**
   * Of all requirements on the training rows. They hold in expectation by construction, so that
   * none is ever not met; too few rows make insufficient evidence.
   */
  public Verdict verdict() {
    boolean lacking =
        evidence.requirements().stream()
            .anyMatch(
                measured ->
                    measured.part() == Part.TRAINING
                        && measured.verdict() == Verdict.INSUFFICIENT_EVIDENCE);
    for (GroupThresholds.Measured measured : evidence.fitted().requirements()) {
      if (measured.value().isPresent()
          && !measured.requirement().isMetBy(measured.value().getAsDouble())) {
        return Verdict.NOT_MET;
      }
    }
    return lacking ? Verdict.INSUFFICIENT_EVIDENCE : Verdict.MET;
  }
}
