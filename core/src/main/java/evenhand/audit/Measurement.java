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
 * @param withoutInterval why there is a value and no interval; empty where there are both or none
 */
public record Measurement(
    OptionalDouble value,
    OptionalDouble low,
    OptionalDouble high,
    OptionalDouble hits,
    OptionalDouble trials,
    Optional<String> reason,
    Optional<String> withoutInterval) {

  /** How every reason begins that says which rows are missing. */
  static final String INSUFFICIENT = "insufficient evidence: ";

  static final String NO_ERROR = "no interval: too few rows to tell its error";

  public Measurement {
    if (value.isPresent() == reason.isPresent()) {
      throw new IllegalArgumentException(
          "need either a value or a reason, got " + value + ", " + reason);
    }
    boolean isBounded = low.isPresent() && high.isPresent();
    if (value.isPresent() && isBounded == withoutInterval.isPresent()) {
      throw new IllegalArgumentException(
          "need either an interval or a reason, got "
              + low
              + " to "
              + high
              + ", "
              + withoutInterval);
    }
  }

  /** A value with its interval. */
  public static Measurement of(double value, Interval interval) {
    return new Measurement(
        OptionalDouble.of(value),
        OptionalDouble.of(interval.low()),
        OptionalDouble.of(interval.high()),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A value whose error is not known.
   *
   * @param why such as {@code no interval: too few rows to tell its error}
   */
  public static Measurement withoutInterval(double value, String why) {
    return new Measurement(
        OptionalDouble.of(value),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.of(why));
  }

  /**
   * No value.
   *
   * @param reason such as {@code undefined: all probabilities are the same}
   */
  public static Measurement without(String reason) {
    return new Measurement(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.of(reason),
        Optional.empty());
  }

  /**
   * @param lacking such as {@code 8 rows, fewer than 30}
   */
  static Measurement insufficient(String lacking) {
    return without(INSUFFICIENT + lacking);
  }

  /** The same with the counts that it was made of. */
  public Measurement of(Rate rate) {
    return new Measurement(
        value,
        low,
        high,
        OptionalDouble.of(rate.hits()),
        OptionalDouble.of(rate.trials()),
        reason,
        withoutInterval);
  }
}
