package evenhand.audit;

import evenhand.metric.Interval;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The gap of one metric, or the worst of several, between the groups of one attribute.
 *
 * @param amongSufficient over the groups with enough evidence, when at least two have it
 * @param reason why that is not the gap over all groups, or why there is none
 * @param worst the group or groups that make it
 * @param drawn what other samples might show; empty where that is not known
 * @param undrawn why that is not known; empty where it is
 */
record GapFigures(
    OptionalDouble amongSufficient,
    Optional<String> reason,
    Optional<String> worst,
    Optional<Drawn> drawn,
    Optional<String> undrawn) {

  GapFigures {
    if (drawn.isPresent() && undrawn.isPresent()) {
      throw new IllegalArgumentException("drawn and " + undrawn.get());
    }
  }

  /**
   * The gap as other samples of the same sizes might show it.
   *
   * @param centre for ratios, the ratio of the values that rows were drawn from
   * @param errors the largest error of each replicate, of logarithms for ratios, shape [replicates]
   * @param lowest the smallest value the gap can have
   * @param highest the largest
   */
  record Drawn(double centre, double[] errors, double lowest, double highest) {

    Drawn worse(Drawn other, Kind kind) {
      double[] larger = errors.clone();
      for (int r = 0; r < larger.length; r++) {
        larger[r] = Math.max(larger[r], other.errors[r]);
      }
      double worseCentre =
          kind == Kind.RATIO ? Math.min(centre, other.centre) : Math.max(centre, other.centre);
      return new Drawn(
          worseCentre, larger, Math.min(lowest, other.lowest), Math.max(highest, other.highest));
    }
  }

  static GapFigures none(String reason) {
    return new GapFigures(
        OptionalDouble.empty(),
        Optional.of(reason),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Over all groups; empty when some lack evidence. */
  OptionalDouble value() {
    return reason.isPresent() ? OptionalDouble.empty() : amongSufficient;
  }

  /**
   * The gap ± the largest error that the replicates make of it, a ratio's as a factor. Among the
   * gaps within that distance is the true one as often as the confidence says, whatever its size:
   * no sample of even groups shows a gap of 0, and resampling what it shows would never come back
   * to 0.
   */
  Optional<Interval> interval(Kind kind, double confidence) {
    if (value().isEmpty() || drawn.isEmpty()) {
      return Optional.empty();
    }
    Drawn found = drawn.get();
    double value = value().getAsDouble();
    double reach = Errors.reach(found.errors, confidence);
    Interval interval =
        kind == Kind.RATIO
            ? new Interval(found.centre * Math.exp(-reach), found.centre * Math.exp(reach))
            : new Interval(value - reach, value + reach);
    return Optional.of(interval.around(value, found.lowest, found.highest));
  }

  /** The worst of several gaps of the same kind; all of them must be known for it to be. */
  static GapFigures worst(List<GapFigures> several, Kind kind) {
    GapFigures worst = several.get(0);
    for (GapFigures next : several.subList(1, several.size())) {
      worst = worst.or(next, kind);
    }
    return worst;
  }

  private GapFigures or(GapFigures other, Kind kind) {
    GapFigures larger = isWorseThan(other, kind) ? this : other;
    Optional<Drawn> both =
        drawn.flatMap(one -> other.drawn.map(another -> one.worse(another, kind)));
    return new GapFigures(
        larger.amongSufficient,
        reason.or(other::reason),
        larger.worst,
        both,
        undrawn.or(other::undrawn));
  }

  private boolean isWorseThan(GapFigures other, Kind kind) {
    if (amongSufficient.isEmpty() || other.amongSufficient.isEmpty()) {
      return amongSufficient.isPresent();
    }
    double own = amongSufficient.getAsDouble();
    double others = other.amongSufficient.getAsDouble();
    return kind == Kind.RATIO ? own <= others : own >= others;
  }

  Disparity disparity(String metric, Comparison comparison, Kind kind, double confidence) {
    Optional<Interval> interval = interval(kind, confidence);
    return new Disparity(
        metric,
        comparison,
        kind,
        value(),
        low(interval),
        high(interval),
        value().isPresent() ? worst : Optional.empty(),
        amongSufficient,
        reason,
        withoutInterval());
  }

  /** Why there is a value and no interval; empty where there are both or none. */
  Optional<String> withoutInterval() {
    return value().isPresent() ? undrawn : Optional.empty();
  }

  static OptionalDouble low(Optional<Interval> interval) {
    return interval.map(found -> OptionalDouble.of(found.low())).orElse(OptionalDouble.empty());
  }

  static OptionalDouble high(Optional<Interval> interval) {
    return interval.map(found -> OptionalDouble.of(found.high())).orElse(OptionalDouble.empty());
  }
}
