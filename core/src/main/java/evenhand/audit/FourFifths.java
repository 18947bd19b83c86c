package evenhand.audit;

import evenhand.metric.Rate;
import evenhand.parity.Comparison;
import evenhand.parity.Gap;
import evenhand.parity.Kind;
import java.util.ArrayList;
import java.util.List;
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
    OptionalDouble ratio, Optional<Boolean> met, OptionalInt flippedBy, Optional<String> reason) {

  private static final double THRESHOLD = 0.8;

  /** Measured ratios are compared with the threshold but for rounding. */
  private static final double ROUNDING = 1e-12;

  private static final int MOST_FLIPPED = 2;

  static FourFifths withoutVerdict(String reason) {
    return new FourFifths(
        OptionalDouble.empty(), Optional.empty(), OptionalInt.empty(), Optional.of(reason));
  }

  /**
   * @param selected selection rates of the groups, each of some trials
   * @param person what one person counts in each group, above 0
   */
  static FourFifths of(List<Rate> selected, double[] person) {
    OptionalDouble ratio = ratio(selected);
    if (ratio.isEmpty()) {
      return withoutVerdict("undefined: nobody is selected in any group");
    }
    boolean met = isMet(ratio.getAsDouble());
    for (int people = 1; people <= MOST_FLIPPED; people++) {
      if (canFlip(selected, person, people, met)) {
        return new FourFifths(ratio, Optional.of(met), OptionalInt.of(people), Optional.empty());
      }
    }
    return new FourFifths(ratio, Optional.of(met), OptionalInt.empty(), Optional.empty());
  }

  /** Whether so many other decisions, shared between the lowest and the highest group, flip it. */
  private static boolean canFlip(List<Rate> selected, double[] person, int people, boolean met) {
    int low = extreme(selected, -1);
    int highest = extreme(selected, 1);
    int high = highest != low || selected.size() == 1 ? highest : low == 0 ? 1 : 0; // all even
    for (int inLow = -people; inLow <= people; inLow++) {
      int others = people - Math.abs(inLow);
      for (int inHigh : new int[] {-others, others}) {
        List<Rate> changed = new ArrayList<>(selected);
        boolean possible =
            change(changed, low, inLow * person[low])
                && change(changed, high, inHigh * person[high]);
        OptionalDouble ratio = possible ? ratio(changed) : OptionalDouble.empty();
        if (ratio.isPresent() && isMet(ratio.getAsDouble()) != met) {
          return true;
        }
      }
    }
    return false;
  }

  /** The group with the highest rate (sign 1) or the lowest (sign −1); of equals the smallest. */
  private static int extreme(List<Rate> rates, int sign) {
    double[] values = values(rates);
    int found = 0;
    for (int g = 1; g < values.length; g++) {
      int compared = sign * Double.compare(values[g], values[found]);
      boolean smaller = rates.get(g).trials() < rates.get(found).trials();
      if (compared > 0 || (compared == 0 && smaller)) {
        found = g;
      }
    }
    return found;
  }

  private static boolean change(List<Rate> rates, int group, double hits) {
    Rate rate = rates.get(group);
    double changed = rate.hits() + hits;
    if (changed < 0 || changed > rate.trials()) {
      return false;
    }
    rates.set(group, new Rate(changed, rate.trials()));
    return true;
  }

  private static boolean isMet(double ratio) {
    return ratio >= THRESHOLD - ROUNDING;
  }

  private static OptionalDouble ratio(List<Rate> rates) {
    return Gap.of(values(rates), 0, Comparison.BETWEEN_GROUPS, Kind.RATIO);
  }

  private static double[] values(List<Rate> rates) {
    return rates.stream().mapToDouble(rate -> rate.value().orElseThrow()).toArray();
  }
}
