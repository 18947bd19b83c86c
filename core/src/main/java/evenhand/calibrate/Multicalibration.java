package evenhand.calibrate;

import evenhand.data.DataException;
import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Moves probabilities until in no bucket of no subgroup the mean label is further than α from the
 * mean probability. Each step takes the rows of one subgroup in one of 10 buckets of the current
 * values and adds what they are off by, so each lowers the squared error on the rows it is fitted
 * to by at least α² times their share.
 *
 * <p>Hébert-Johnson, Kim, Reingold and Rothblum, "Multicalibration: calibration for the
 * (computationally-identifiable) masses", ICML 2018, algorithm 3.1, with the data in place of the
 * statistical-query oracle, the mean of a bucket in place of its middle, and the furthest off
 * first.
 *
 * @param alpha in (0, 1)
 * @param order attributes in a subgroup's conjunction at most, at least 0
 * @param minRows a subgroup's bucket with fewer rows is left alone, at least 1
 * @param mostSteps from 1 to 100,000
 */
public record Multicalibration(double alpha, int order, int minRows, int mostSteps) {

  public Multicalibration {
    if (!(0 < alpha && alpha < 1)) {
      throw new DataException("alpha of multicalibration must be in (0, 1), was " + alpha);
    }
    if (order < 0 || minRows < 1 || mostSteps < 1 || mostSteps > Repair.MOST_STEPS) {
      throw new DataException(
          "multicalibration needs an order of at least 0, at least 1 row and 1 to %d steps, got %d, %d and %d"
              .formatted(Repair.MOST_STEPS, order, minRows, mostSteps));
    }
  }

  /**
   * What was done and what it came to.
   *
   * @param repair to apply to other rows
   * @param probabilities of the rows fitted to, shape [n], in [0, 1]
   * @param subgroups that were looked at
   * @param finished whether no bucket is left that is off by more than α
   */
  public record Result(Repair repair, double[] probabilities, int subgroups, boolean finished) {}

  /**
   * @param probabilities shape [n], in [0, 1]
   * @param rows the labels and weights of the n rows; their scores are not looked at
   * @param attributes partitions of the n rows, at least one
   */
  public Result fit(double[] probabilities, ScoredRows rows, List<Groups> attributes) {
    Subgroups subgroups = Subgroups.of(attributes, order);
    double[] values = probabilities.clone();
    int[][] members = subgroups.cells().rows();
    BucketSums sums = new BucketSums(values, rows.labels(), rows.weights(), members);
    List<Repair.Step> steps = new ArrayList<>();
    List<Off> left = off(subgroups, sums);
    while (!left.isEmpty() && steps.size() < mostSteps) {
      for (Off found : left) {
        BucketSums.Sum sum = sums.of(found.subgroup.cells(), found.bucket);
        if (isOff(sum) && steps.size() < mostSteps) {
          Repair.Step step =
              new Repair.Step(
                  Repair.values(subgroups.cells(), found.subgroup.codes()),
                  found.bucket,
                  sum.gap());
          steps.add(step);
          apply(step, found.subgroup.cells(), members, values, sums);
        }
      }
      left = off(subgroups, sums);
    }
    return new Result(
        new Repair(attributes.stream().map(Groups::attribute).toList(), steps),
        values,
        subgroups.subgroups().size(),
        left.isEmpty());
  }

  private static void apply(
      Repair.Step step, int[] cells, int[][] members, double[] values, BucketSums sums) {
    for (int cell : cells) {
      if (sums.rows[BucketSums.BUCKETS * cell + step.bucket()] == 0
          && sums.weight[BucketSums.BUCKETS * cell + step.bucket()] == 0) {
        moveWeightless(step, members[cell], values);
        continue;
      }
      for (int row : members[cell]) {
        if (BucketSums.bucket(values[row]) == step.bucket()) {
          values[row] = Repair.moved(values[row], step.shift());
        }
      }
      sums.fill(cell);
    }
  }

  /** Rows of weight 0 move with the others, without a trace in the sums. */
  private static void moveWeightless(Repair.Step step, int[] members, double[] values) {
    for (int row : members) {
      if (BucketSums.bucket(values[row]) == step.bucket()) {
        values[row] = Repair.moved(values[row], step.shift());
      }
    }
  }

  /** A bucket that is off, with the squared error that a step would take away. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Off(Subgroups.Subgroup subgroup, int bucket, double gain) {}

  private List<Off> off(Subgroups subgroups, BucketSums sums) {
    List<Off> all = new ArrayList<>();
    for (Subgroups.Subgroup subgroup : subgroups.subgroups()) {
      for (int b = 0; b < BucketSums.BUCKETS; b++) {
        BucketSums.Sum sum = sums.of(subgroup.cells(), b);
        if (isOff(sum)) {
          all.add(new Off(subgroup, b, sum.surplus() * sum.gap()));
        }
      }
    }
    all.sort(Comparator.comparingDouble((Off off) -> -off.gain));
    return all;
  }

  private boolean isOff(BucketSums.Sum sum) {
    return sum.rows() >= minRows && Math.abs(sum.gap()) > alpha;
  }
}
