package evenhand.audit;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One group's selection rate beside that of the reference.
 *
 * @param group its name
 * @param rows how many
 * @param people what they weigh; as many where rows have no weights
 * @param selected how many of the people were selected
 * @param rate the selection rate with its interval, or why it is withheld
 * @param ratio rate / rate of the reference; above 1 where the reference has not the highest
 * @param low lower end of its interval; empty where there is none
 * @param high upper end
 * @param compared false where the group is too small a share of the people to be compared
 * @param reason why there is no ratio
 */
public record ImpactRatio(
    String group,
    long rows,
    double people,
    double selected,
    Measurement rate,
    OptionalDouble ratio,
    OptionalDouble low,
    OptionalDouble high,
    boolean compared,
    Optional<String> reason) {}
