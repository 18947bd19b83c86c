package evenhand.train;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.data.Encoding;
import evenhand.data.Outcome;
import evenhand.model.Model;
import evenhand.parity.Verdict;

/**
 * A trained classifier with what was measured of it.
 *
 * @param outcome what its decisions say
 * @param encoding fitted on the training rows
 * @param decider everything that decides on encoded rows
 * @param evidence on training, validation and test rows
 */
public record Trained(
    Outcome outcome, Encoding encoding, Decider decider, TrainingEvidence evidence) {

  /**
   * The model to keep.
   *
   * @param evidenceJson the evidence as the report writes it
   */
  public Model model(JsonNode evidenceJson) {
    return decider.model(outcome, encoding, evidenceJson);
  }

  /** Of all requirements on the training rows: the worst verdict. */
  public Verdict verdict() {
    Verdict worst = Verdict.MET;
    for (RequirementEvidence requirement : evidence.requirements()) {
      if (requirement.part() == Part.TRAINING && requirement.verdict() != Verdict.MET) {
        worst = worst == Verdict.NOT_MET ? worst : requirement.verdict();
      }
    }
    return worst;
  }
}
