package evenhand.train;

import evenhand.parity.Condition;
import evenhand.parity.Verdict;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One requirement on decisions, measured on one part of the rows.
 *
 * @param condition of one named attribute
 * @param value of the decisions as they are drawn: the gap or ratio, or the rate of the group worst
 *     off; empty when there is not enough evidence
 * @param low lower end of its interval
 * @param high upper end
 * @param expected the value over acceptance probabilities
 * @param plain the value of the best single threshold for all
 * @param verdict of {@code expected} against the bound, but for rounding (1e-9)
 * @param reason why there is no value
 */
public record ConditionEvidence(
    Condition condition,
    Part part,
    OptionalDouble value,
    OptionalDouble low,
    OptionalDouble high,
    OptionalDouble expected,
    OptionalDouble plain,
    Verdict verdict,
    Optional<String> reason) {}
