package evenhand.audit;

import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import evenhand.parity.Parity;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A named parity measured on the groups of one attribute; its definition is {@link
 * Parity#definition}.
 *
 * @param value empty when some group's rate is undefined or its evidence insufficient
 * @param low lower end of the bootstrap interval of exactly this statistic, the maximum included
 * @param high upper end
 * @param amongSufficient the same over the groups with enough evidence only, when at least two have
 *     it
 * @param reason why there is no value
 * @param withoutInterval why there is a value and no interval; empty where there are both or none
 */
public record ParityMeasurement(
    Parity parity,
    Comparison comparison,
    Kind kind,
    OptionalDouble value,
    OptionalDouble low,
    OptionalDouble high,
    OptionalDouble amongSufficient,
    Optional<String> reason,
    Optional<String> withoutInterval) {}
