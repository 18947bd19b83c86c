package evenhand.audit;

import evenhand.metric.Rate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How few other decisions turn the verdict on the ratio of the smallest to the largest rate.
 *
 * @param hits people selected in each group, shape [k]
 * @param trials people in each group, shape [k], above 0
 * @param share the ratio asked for, in (0, 1)
 */
@SuppressWarnings("ArrayRecordComponent")
record FewestFlips(double[] hits, double[] trials, double share) {

  private static final double ROUNDING = 1e-9;

  /** Highest rates that are tried; beyond so many the fewest of them count. */
  private static final int MOST_TRIED = 1_000_000;

  /**
   * @param person what one person counts in each group, above 0
   */
  static FewestFlips of(List<Rate> rates, double[] person, double share) {
    return new FewestFlips(
        IntStream.range(0, rates.size())
            .mapToDouble(g -> rates.get(g).hits() / person[g])
            .toArray(),
        IntStream.range(0, rates.size())
            .mapToDouble(g -> rates.get(g).trials() / person[g])
            .toArray(),
        share);
  }

  /**
   * Of decisions that meet the rule: a broken rule is broken by two groups, so the cheapest pair
   * counts.
   */
  OptionalInt toFail() {
    double fewest = Double.POSITIVE_INFINITY;
    for (int low = 0; low < hits.length; low++) {
      for (int high = 0; high < hits.length; high++) {
        if (low != high) {
          fewest = Math.min(fewest, toFail(low, high));
        }
      }
    }
    return found(fewest);
  }

  /**
   * Each acceptance less in one group, or more in the other, widens the distance by a fixed step.
   */
  private double toFail(int low, int high) {
    double distance = hits[low] / trials[low] - share * hits[high] / trials[high];
    double[] steps = {1 / trials[low], share / trials[high]};
    double[] most = {
      Math.floor(hits[low] + ROUNDING), Math.floor(trials[high] - hits[high] + ROUNDING)
    };
    int larger = steps[0] >= steps[1] ? 0 : 1;
    double first = Math.min(most[larger], over(distance, steps[larger]));
    double left = distance - first * steps[larger];
    if (first == over(distance, steps[larger])) {
      return first;
    }
    double second = over(left, steps[1 - larger]);
    return second <= most[1 - larger] ? first + second : Double.POSITIVE_INFINITY;
  }

  /** The fewest steps that go beyond a distance of at least 0. */
  private static double over(double distance, double step) {
    return Math.max(0, Math.floor(distance / step + ROUNDING) + 1);
  }

  /**
   * Of decisions that break the rule: with a given highest rate, every group goes the shortest way
   * to between its share and itself. The cost is convex in the highest rate but for whole people,
   * so highest rates are tried outwards from the best.
   */
  OptionalInt toMeet() {
    double top = IntStream.range(0, hits.length).mapToDouble(this::rate).max().orElse(0);
    double centre = top;
    for (int g = 0; g < hits.length; g++) {
      for (double candidate : new double[] {rate(g), rate(g) / share}) {
        if (candidate > 0 && candidate <= top && distance(candidate) < distance(centre)) {
          centre = candidate;
        }
      }
    }
    double fewest = Double.POSITIVE_INFINITY;
    double highest = after(centre * (1 - 2 * ROUNDING) - ROUNDING * ROUNDING);
    for (int t = 0; t < MOST_TRIED && highest <= 1 + ROUNDING; t++) {
      if (distance(highest) >= fewest) {
        break;
      }
      fewest = Math.min(fewest, people(highest));
      highest = after(highest);
    }
    highest = before(centre);
    for (int t = 0; t < MOST_TRIED && highest > 0; t++) {
      if (distance(highest) >= fewest) {
        break;
      }
      fewest = Math.min(fewest, people(highest));
      highest = before(highest);
    }
    return found(fewest);
  }

  private double rate(int group) {
    return hits[group] / trials[group];
  }

  /** People to be decided otherwise, were they divisible. */
  private double distance(double highest) {
    double sum = 0;
    for (int g = 0; g < hits.length; g++) {
      sum += Math.max(0, share * highest * trials[g] - hits[g]);
      sum += Math.max(0, hits[g] - highest * trials[g]);
    }
    return sum;
  }

  /** The same of whole people; infinite where a group has no rate between. */
  private double people(double highest) {
    double sum = 0;
    for (int g = 0; g < hits.length; g++) {
      double most = highest * trials[g];
      double raised = Math.ceil(share * most - hits[g] - ROUNDING);
      double lowered = Math.ceil(hits[g] - most - ROUNDING);
      if (raised > 0 && hits[g] + raised > most + ROUNDING) {
        return Double.POSITIVE_INFINITY;
      }
      if (lowered > 0 && hits[g] - lowered < share * most - ROUNDING) {
        return Double.POSITIVE_INFINITY;
      }
      sum += Math.max(0, raised) + Math.max(0, lowered);
    }
    return sum;
  }

  /** The next larger rate that some group can have. */
  private double after(double rate) {
    double next = Double.POSITIVE_INFINITY;
    for (int g = 0; g < hits.length; g++) {
      double part = hits[g] - Math.floor(hits[g]);
      double people = part + Math.floor(rate * trials[g] - part + ROUNDING) + 1;
      next = Math.min(next, people / trials[g]);
    }
    return next;
  }

  /** The next smaller one, or at most 0. */
  private double before(double rate) {
    double next = 0;
    for (int g = 0; g < hits.length; g++) {
      double part = hits[g] - Math.floor(hits[g]);
      double people = part + Math.ceil(rate * trials[g] - part - ROUNDING) - 1;
      next = Math.max(next, people / trials[g]);
    }
    return next;
  }

  private static OptionalInt found(double people) {
    return people <= Integer.MAX_VALUE ? OptionalInt.of((int) people) : OptionalInt.empty();
  }
}
