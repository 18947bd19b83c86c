package evenhand.audit;

import java.util.OptionalDouble;

/**
 * Whether two groups differ in one rate by more than chance.
 *
 * @param metric id, such as {@code selection_rate}
 * @param first name of a group
 * @param second name of the other
 * @param difference rate of the first − rate of the second
 * @param z pooled two-proportion statistic; empty where the pooled rate is 0 or 1
 * @param pValue two-sided: Fisher's exact test where a cell is expected to hold under 5 rows, else
 *     of z
 * @param exact whether Fisher's test was used
 * @param adjusted p-value after Holm's correction over the pairs of this metric
 */
public record PairTest(
    String metric,
    String first,
    String second,
    double difference,
    OptionalDouble z,
    double pValue,
    boolean exact,
    double adjusted) {

  PairTest adjustedTo(double holm) {
    return new PairTest(metric, first, second, difference, z, pValue, exact, holm);
  }
}
