package evenhand.audit;

import evenhand.data.Groups;
import evenhand.metric.Tally;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Outcomes with the groups of some attributes, ready to be measured. */
interface Measured {

  static Measured of(Outcomes outcomes, List<Groups> attributes, AuditOptions options) {
    if (outcomes instanceof BinaryOutcomes binary) {
      return new MeasuredBinary(binary, attributes, options);
    }
    if (outcomes instanceof ClassOutcomes classes) {
      return new MeasuredClasses(classes, attributes, options);
    }
    return new MeasuredNumbers((NumericOutcomes) outcomes, attributes, options);
  }

  /** Rows of every group of one attribute, the n-th given, shape [k]. */
  long[] rows(int attribute);

  /** Every metric of the groups of one attribute, the n-th given. */
  List<MetricColumn> columns(int attribute, int replicates, RandomGenerator random);

  /** The same metrics of all rows as one group. */
  List<MetricColumn> overall(int replicates, RandomGenerator random);

  /** The counts of binary decisions by the groups of one attribute; empty where there are none. */
  default Optional<Tally> decided(int attribute) {
    return Optional.empty();
  }

  /** How it is measured, in sentences. */
  List<String> notes();

  /** All rows as one group. */
  static Groups everyone(int rows) {
    return new Groups("all", List.of("overall"), new int[rows]);
  }

  /** What weights do to counts, for the notes. */
  static Optional<String> weightNote(Outcomes outcomes) {
    return outcomes
        .weights()
        .map(
            weights ->
                "Rows are weighted: counts are sums of weights; intervals, tests and what is enough"
                    + " evidence take (Σw)² / Σw² for the number of rows (Kish 1965).");
  }

  /** How gaps are doubted, for the notes. */
  static String gapNote(AuditOptions options) {
    return "The interval of a gap is the gap ± the largest error that drawing the rows of every"
        + " group"
        + " anew makes of it in %d replicates.".formatted(options.replicates());
  }
}
