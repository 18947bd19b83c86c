package evenhand.metric;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * A test of whether two groups share one rate.
 *
 * @param z pooled two-proportion statistic without continuity correction, positive where the first
 *     rate is higher; empty where the pooled rate is 0 or 1
 * @param pValue two-sided, in [0, 1]
 * @param exact whether it is that of Fisher's exact test, and not of z
 */
public record TwoProportions(OptionalDouble z, double pValue, boolean exact) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Cochran's rule: the normal approximation wants this many rows expected in each cell. */
  private static final double FEWEST_EXPECTED = 5;

  /**
   * Fisher's exact test where some cell of the two-by-two table is expected to hold under 5 rows,
   * else the pooled z. Fisher's test rounds counts that are not whole.
   *
   * @param first of some trials, in rows of weight 1 (effective rows where rows have weights)
   * @param second of some trials, likewise
   */
  public static TwoProportions of(Rate first, Rate second) {
    double pooled = first.plus(second).value().orElseThrow();
    double fewer = Math.min(first.trials(), second.trials());
    boolean exact = fewer * Math.min(pooled, 1 - pooled) < FEWEST_EXPECTED;
    OptionalDouble z = OptionalDouble.empty();
    if (pooled > 0 && pooled < 1) {
      double error = Math.sqrt(pooled * (1 - pooled) * (1 / first.trials() + 1 / second.trials()));
      z = OptionalDouble.of((first.value().orElseThrow() - second.value().orElseThrow()) / error);
    }
    if (!exact) {
      double tail = NORMAL.survivalProbability(Math.abs(z.orElseThrow()));
      return new TwoProportions(z, Math.min(1, 2 * tail), false);
    }
    return new TwoProportions(z, fisher(first, second), true);
  }

  private static double fisher(Rate first, Rate second) {
    int[][] table = {whole(first), whole(second)};
    int hits = table[0][0] + table[1][0];
    int misses = table[0][1] + table[1][1];
    if (hits == 0 || misses == 0) {
      return 1; // one column holds everything: no other table has these margins
    }
    return Math.min(
        1,
        FisherExactTest.withDefaults()
            .with(AlternativeHypothesis.TWO_SIDED)
            .test(table)
            .getPValue());
  }

  private static int[] whole(Rate rate) {
    int trials = (int) Math.max(1, Math.round(rate.trials()));
    int hits = (int) Math.min(trials, Math.round(rate.hits()));
    return new int[] {hits, trials - hits};
  }
}
