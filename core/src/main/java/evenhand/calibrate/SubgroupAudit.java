package evenhand.calibrate;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.metric.Holm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * How calibrated probabilities are in every subgroup × bucket of 10 with enough rows. The p-values
 * are of the hypothesis that the probabilities are right, and adjusted by Holm's method over all
 * that were tested.
 *
 * @param subgroups conjunctions of values that occur
 * @param tested buckets of subgroups with enough rows
 * @param off of those tested, the ones off by more than alpha
 * @param significant of those tested, the ones whose adjusted p-value is below 0.05
 * @param alpha the tolerance
 * @param minRows of a bucket that is tested
 * @param worst at most 20, those with the smallest p-value first
 */
public record SubgroupAudit(
    int subgroups,
    int tested,
    int off,
    int significant,
    double alpha,
    int minRows,
    List<Finding> worst) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int SHOWN = 20;
  private static final double LEVEL = 0.05;

  /** The normal approximation wants this many rows expected of each label. */
  private static final double FEWEST_EXPECTED = 5;

  /**
   * One bucket of one subgroup.
   *
   * @param subgroup such as {@code Black&Female}, or {@code everyone}
   * @param order number of attributes in it
   * @param bucket of the probabilities: [bucket/10, (bucket+1)/10)
   * @param rows with weight
   * @param meanLabel in [0, 1]
   * @param meanProbability in [0, 1]
   * @param pValue two-sided, not adjusted
   * @param adjusted by Holm's method
   */
  public record Finding(
      String subgroup,
      int order,
      int bucket,
      long rows,
      double meanLabel,
      double meanProbability,
      double pValue,
      double adjusted) {}

  public SubgroupAudit {
    worst = List.copyOf(worst);
  }

  /**
   * @param probabilities shape [n], in [0, 1]
   * @param rows the labels and weights of the n rows; their scores are not looked at
   * @param attributes partitions of the n rows, at least one
   * @param by what is looked at: its alpha, order and fewest rows
   */
  public static SubgroupAudit of(
      double[] probabilities, ScoredRows rows, List<Groups> attributes, Multicalibration by) {
    if (probabilities.length != rows.size()) {
      throw new DataException(
          "there are %d probabilities for %d rows".formatted(probabilities.length, rows.size()));
    }
    Subgroups subgroups = Subgroups.of(attributes, by.order());
    BucketSums sums =
        new BucketSums(probabilities, rows.labels(), rows.weights(), subgroups.cells().rows());
    List<Tested> tested = new ArrayList<>();
    int off = 0;
    for (Subgroups.Subgroup subgroup : subgroups.subgroups()) {
      for (int b = 0; b < BucketSums.BUCKETS; b++) {
        BucketSums.Sum sum = sums.of(subgroup.cells(), b);
        if (sum.rows() >= by.minRows()) {
          tested.add(new Tested(subgroup, b, sum));
          off += Math.abs(sum.gap()) > by.alpha() ? 1 : 0;
        }
      }
    }
    double[] p = tested.stream().mapToDouble(each -> pValue(each.sum)).toArray();
    double[] adjusted = Holm.adjusted(p);
    int significant = 0;
    List<Integer> order = new ArrayList<>();
    for (int t = 0; t < p.length; t++) {
      significant += adjusted[t] < LEVEL ? 1 : 0;
      order.add(t);
    }
    order.sort(
        Comparator.comparingDouble((Integer t) -> p[t])
            .thenComparingDouble(t -> -Math.abs(tested.get(t).sum.gap())));
    List<Finding> worst = new ArrayList<>();
    for (int t : order.subList(0, Math.min(SHOWN, order.size()))) {
      worst.add(tested.get(t).finding(subgroups, p[t], adjusted[t]));
    }
    return new SubgroupAudit(
        subgroups.subgroups().size(),
        tested.size(),
        off,
        significant,
        by.alpha(),
        by.minRows(),
        worst);
  }

  private record Tested(Subgroups.Subgroup subgroup, int bucket, BucketSums.Sum sum) {

    Finding finding(Subgroups subgroups, double p, double adjusted) {
      double mean = sum.expected() / sum.weight();
      return new Finding(
          subgroups.name(subgroup),
          subgroup.order(),
          bucket,
          sum.rows(),
          Math.min(1, Math.max(0, mean + sum.gap())),
          mean,
          p,
          adjusted);
    }
  }

  /**
   * Normal; where fewer than 5 rows of a label are expected, twice the Poisson tail of their
   * number, for which the sum of rare labels is no more spread out.
   */
  private static double pValue(BucketSums.Sum sum) {
    double effective = sum.rows() / sum.weight();
    double ones = sum.expected() * effective;
    double zeros = sum.rows() - ones;
    if (Math.min(ones, zeros) >= FEWEST_EXPECTED && sum.variance() > 0) {
      double z = Math.abs(sum.surplus()) / Math.sqrt(sum.variance());
      return Math.min(1, 2 * NORMAL.survivalProbability(z));
    }
    double more = sum.surplus() * effective;
    double rare = Math.max(Math.min(ones, zeros), Double.MIN_NORMAL);
    long seen = Math.max(0, Math.round(ones <= zeros ? ones + more : zeros - more));
    PoissonDistribution poisson = PoissonDistribution.of(rare);
    double atMost = poisson.cumulativeProbability((int) seen);
    double atLeast = seen == 0 ? 1 : poisson.survivalProbability((int) seen - 1);
    return Math.min(1, 2 * Math.min(atMost, atLeast));
  }
}
