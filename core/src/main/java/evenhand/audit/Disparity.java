package evenhand.audit;

import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far one metric is from even between the groups of an attribute.
 *
 * @param metric id, such as {@code selection_rate}
 * @param value over all groups; empty when some group's value is undefined or its evidence
 *     insufficient
 * @param low lower end of the bootstrap interval of exactly this statistic
 * @param high upper end
 * @param worst the group, or the two groups, that make the value
 * @param amongSufficient the same over the groups with enough evidence only, when at least two have
 *     it
 * @param reason why there is no value
 * @param withoutInterval why there is a value and no interval; empty where there are both or none
 */
public record Disparity(
    String metric,
    Comparison comparison,
    Kind kind,
    OptionalDouble value,
    OptionalDouble low,
    OptionalDouble high,
    Optional<String> worst,
    OptionalDouble amongSufficient,
    Optional<String> reason,
    Optional<String> withoutInterval) {}
