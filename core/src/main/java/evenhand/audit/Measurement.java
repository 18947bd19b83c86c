package evenhand.audit;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One measured number with its evidence. Either {@code value} or {@code reason} is present.
 *
 * @param value empty when undefined or the evidence is insufficient
 * @param low lower end of the interval at the audit's confidence; empty where there is none
 * @param high upper end
 * @param hits for rates, the (weighted) numerator; shown even when the value is withheld
 * @param trials for rates, the (weighted) denominator
 * @param reason why there is no value
 */
public record Measurement(
    OptionalDouble value,
    OptionalDouble low,
    OptionalDouble high,
    OptionalDouble hits,
    OptionalDouble trials,
    Optional<String> reason) {

  public Measurement {
    if (value.isPresent() == reason.isPresent()) {
      throw new IllegalArgumentException(
          "need either a value or a reason, got " + value + ", " + reason);
    }
  }
}
