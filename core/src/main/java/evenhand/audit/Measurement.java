package evenhand.audit;

import evenhand.metric.Interval;
import evenhand.metric.Rate;
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

  /** How every reason begins that says which rows are missing. */
  static final String INSUFFICIENT = "insufficient evidence: ";

  public Measurement {
    if (value.isPresent() == reason.isPresent()) {
      throw new IllegalArgumentException(
          "need either a value or a reason, got " + value + ", " + reason);
    }
  }

  static Measurement of(double value, Interval interval) {
    return new Measurement(
        OptionalDouble.of(value),
        OptionalDouble.of(interval.low()),
        OptionalDouble.of(interval.high()),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  static Measurement withoutInterval(double value) {
    return new Measurement(
        OptionalDouble.of(value),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  /**
   * @param lacking such as {@code 8 rows, fewer than 30}
   */
  static Measurement insufficient(String lacking) {
    return new Measurement(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.of(INSUFFICIENT + lacking));
  }

  /** The same with the counts that it was made of. */
  Measurement of(Rate rate) {
    return new Measurement(
        value, low, high, OptionalDouble.of(rate.hits()), OptionalDouble.of(rate.trials()), reason);
  }
}
