package evenhand.train;

import evenhand.data.Groups;
import evenhand.metric.Statistic;
import evenhand.parity.Comparison;
import evenhand.parity.Gap;
import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How far the gap on new rows may lie from the one fitted, known before fitting: what the sizes of
 * the cells alone allow. A model fitted to have no gap on these rows is fitted to their chance too,
 * and the chance of a rate of n rows is {@code √(p(1−p)/n)}.
 *
 * @param requirement of one attribute
 * @param margin 95 % of samples of this size move the gap by no more, in units of probability
 * @param tolerance the largest gap the requirement allows, in units of probability; of a ratio, at
 *     the largest group rate of the plain model
 * @param smallestGroup the group with the fewest rows that its rate needs
 * @param smallestTrials how many it has
 */
public record GapForecast(
    Requirement requirement,
    double margin,
    double tolerance,
    String smallestGroup,
    long smallestTrials) {

  private static final int DRAWS = 2000;
  private static final double CONFIDENCE = 0.95;

  /** Whether the requirement asks for less than chance alone moves the gap by. */
  public boolean isTighterThanEvidence() {
    return tolerance < margin;
  }

  /** One sentence for the person who stated the requirement. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%s: on new rows the gap may lie up to %.3f from the one fitted, for the rows that count of"
            + " %s are %d; the requirement is %s than this evidence can show",
        requirement,
        margin,
        smallestGroup,
        smallestTrials,
        isTighterThanEvidence() ? "tighter" : "not tighter");
  }

  /**
   * Simulates the chance in each group's rates at the plain model's decisions.
   *
   * @param decisions of a model without requirement, shape [n], 0 or 1
   * @param seed of the simulation
   */
  public static GapForecast of(
      Requirement requirement, int[] labels, int[] decisions, Groups groups, long seed) {
    double worst = 0;
    double tolerance = 1;
    String smallestGroup = "";
    long smallest = Long.MAX_VALUE;
    for (Statistic statistic : requirement.parity().statistics()) {
      long[] trials = new long[groups.names().size()];
      long[] hits = new long[groups.names().size()];
      for (int i = 0; i < labels.length; i++) {
        if (statistic.counts(labels[i], decisions[i])) {
          trials[groups.codes()[i]]++;
          hits[groups.codes()[i]] += statistic.hits(labels[i], decisions[i]);
        }
      }
      for (int g = 0; g < trials.length; g++) {
        if (trials[g] < smallest) {
          smallest = trials[g];
          smallestGroup = groups.names().get(g);
        }
      }
      worst = Math.max(worst, margin(requirement.comparison(), hits, trials, seed));
      tolerance = Math.min(tolerance, tolerance(requirement, hits, trials));
    }
    return new GapForecast(requirement, worst, tolerance, smallestGroup, smallest);
  }

  private static double tolerance(Requirement requirement, long[] hits, long[] trials) {
    if (requirement.comparison() == Comparison.WORST_GROUP) {
      return 1;
    }
    if (requirement.kind() == Kind.DIFFERENCE) {
      return requirement.bound();
    }
    double highest = 0;
    for (int g = 0; g < trials.length; g++) {
      highest = Math.max(highest, trials[g] == 0 ? 0 : (double) hits[g] / trials[g]);
    }
    return (1 - requirement.bound()) * highest;
  }

  private static double margin(Comparison comparison, long[] hits, long[] trials, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] deviation = new double[trials.length];
    double total = Arrays.stream(trials).sum();
    double[] moved = new double[trials.length];
    double[] gaps = new double[DRAWS];
    for (int g = 0; g < trials.length; g++) {
      double rate = (hits[g] + 1.0) / (trials[g] + 2.0);
      deviation[g] = Math.sqrt(rate * (1 - rate) / Math.max(1, trials[g]));
    }
    for (int draw = 0; draw < DRAWS; draw++) {
      double overall = 0;
      for (int g = 0; g < moved.length; g++) {
        moved[g] = deviation[g] * random.nextGaussian();
        overall += moved[g] * trials[g] / total;
      }
      gaps[draw] =
          comparison == Comparison.WORST_GROUP
              ? Arrays.stream(moved).max().orElse(0)
              : Gap.of(moved, overall, comparison, Kind.DIFFERENCE).orElse(0);
    }
    Arrays.sort(gaps);
    return Math.min(1, gaps[(int) (CONFIDENCE * DRAWS)]);
  }
}
