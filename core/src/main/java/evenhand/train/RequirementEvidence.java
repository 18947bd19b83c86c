package evenhand.train;

import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One requirement measured on one part of the rows.
 *
 * @param requirement of one named attribute
 * @param value of the model's decisions; empty when there is not enough evidence
 * @param low lower end of its interval
 * @param high upper end
 * @param expected the value over acceptance probabilities
 * @param plain the value of the plain model's decisions
 * @param verdict of {@code expected} against the bound, but for rounding (1e-9)
 * @param reason why there is no value
 */
public record RequirementEvidence(
    Requirement requirement,
    Part part,
    OptionalDouble value,
    OptionalDouble low,
    OptionalDouble high,
    OptionalDouble expected,
    OptionalDouble plain,
    Verdict verdict,
    Optional<String> reason) {

  /** The same, the requirement being one of several kinds of condition. */
  public ConditionEvidence onDecisions() {
    return new ConditionEvidence(
        requirement, part, value, low, high, expected, plain, verdict, reason);
  }
}
