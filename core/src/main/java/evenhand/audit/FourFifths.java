package evenhand.audit;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The four-fifths rule: is the smallest selection rate at least 0.8 of the largest?
 *
 * @param ratio smallest / largest selection rate; empty with a reason
 * @param met whether ratio ≥ 0.8; empty with a reason
 * @param flippedBy the fewest people, 1 or 2, whose other decision would flip the verdict; empty
 *     when two are not enough
 * @param reason why there is no verdict
 */
public record FourFifths(
    OptionalDouble ratio, Optional<Boolean> met, OptionalInt flippedBy, Optional<String> reason) {}
