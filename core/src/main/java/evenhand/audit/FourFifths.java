package evenhand.audit;

import evenhand.metric.Interval;
import evenhand.metric.Rate;
import evenhand.parity.Comparison;
import evenhand.parity.Gap;
import evenhand.parity.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The four-fifths rule: is the smallest selection rate at least 0.8 of the largest? Groups that are
 * no group, such as rows whose value is missing, take no part in it.
 *
 * @param ratio smallest / largest selection rate; empty with a reason
 * @param low lower end of its interval; empty where there is none
 * @param high upper end
 * @param lowest the group with the smallest rate; empty where all are even
 * @param highest the group with the largest
 * @param met whether ratio ≥ 0.8; empty with a reason
 * @param flippedBy the fewest people whose other decision would flip the verdict; empty where no
 *     number of them can
 * @param reason why there is no verdict
 */
public record FourFifths(
    OptionalDouble ratio,
    OptionalDouble low,
    OptionalDouble high,
    Optional<String> lowest,
    Optional<String> highest,
    Optional<Boolean> met,
    OptionalInt flippedBy,
    Optional<String> reason) {

  /** Four fifths. */
  public static final double THRESHOLD = 0.8;

  /** Measured ratios are compared with the threshold but for rounding. */
  private static final double ROUNDING = 1e-12;

  static FourFifths withoutVerdict(String reason) {
    return new FourFifths(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.of(reason));
  }

  /**
   * @param selected selection rates of the groups, each of some trials
   * @param person what one person counts in each group, above 0
   */
  static FourFifths of(List<Rate> selected, double[] person) {
    double[] values = selected.stream().mapToDouble(rate -> rate.value().orElseThrow()).toArray();
    OptionalDouble ratio = Gap.of(values, 0, Comparison.BETWEEN_GROUPS, Kind.RATIO);
    if (ratio.isEmpty()) {
      return withoutVerdict("undefined: nobody is selected in any group");
    }
    boolean met = ratio.getAsDouble() >= THRESHOLD - ROUNDING;
    FewestFlips flips = FewestFlips.of(selected, person, THRESHOLD);
    return new FourFifths(
        ratio,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(met),
        met ? flips.toFail() : flips.toMeet(),
        Optional.empty());
  }

  /** The same with what is known of its ratio. */
  FourFifths with(
      Optional<Interval> interval, Optional<String> smallest, Optional<String> largest) {
    return new FourFifths(
        ratio,
        GapFigures.low(interval),
        GapFigures.high(interval),
        smallest,
        largest,
        met,
        flippedBy,
        reason);
  }
}
