package evenhand.train;

import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.parity.Constraint;
import evenhand.parity.Requirement;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What of a requirement can be measured: it among the groups that have enough rows of every rate it
 * is on. A rate of a handful of rows moves in steps that no key of a draw can help.
 *
 * @param rows of those groups
 * @param constraint on these rows
 */
@SuppressWarnings("ArrayRecordComponent")
record Measurable(int[] rows, Constraint constraint) {

  /**
   * @param minRows what is enough
   * @return empty where fewer than two groups have enough rows
   */
  static Optional<Measurable> of(Requirement requirement, Sample sample, int minRows) {
    Groups groups = sample.groups(requirement.attribute().orElseThrow());
    long[][] counts = new long[groups.names().size()][2];
    for (int i = 0; i < sample.size(); i++) {
      counts[groups.codes()[i]][sample.labels()[i]]++;
    }
    boolean[] enough = new boolean[counts.length];
    for (int g = 0; g < enough.length; g++) {
      enough[g] = fewest(requirement, counts[g]) >= minRows;
    }
    int[] rows = IntStream.range(0, sample.size()).filter(i -> enough[groups.codes()[i]]).toArray();
    long left = IntStream.range(0, enough.length).filter(g -> enough[g]).count();
    if (left < 2) {
      return Optional.empty();
    }
    Sample kept = sample.select(rows);
    Sample named =
        new Sample(
            kept.features(),
            kept.labels(),
            kept.weights(),
            kept.parityWeights(),
            kept.groups().stream().map(Groups::withoutEmpty).toList());
    return Optional.of(new Measurable(rows, requirement.on(named)));
  }

  /**
   * The rows of a group behind the rate that has fewest.
   *
   * @param counts of the group's rows by label
   */
  private static long fewest(Requirement requirement, long[] counts) {
    return requirement.parity().statistics().stream()
        .mapToLong(
            statistic ->
                (statistic.counts(0, 0) ? counts[0] : 0) + (statistic.counts(1, 0) ? counts[1] : 0))
        .min()
        .orElse(0);
  }

  /** By how much decisions break it, shape [n] over all rows; ≤ 0 where they do not. */
  double broken(double[] decisions) {
    double[] own = Arrays.stream(rows).mapToDouble(row -> decisions[row]).toArray();
    return Arrays.stream(constraint.violation(own)).max().orElse(0);
  }
}
