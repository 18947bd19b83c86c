package evenhand.audit;

import evenhand.data.Groups;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Outcomes with the groups of some attributes, ready to be measured. */
interface Measured {

  static Measured of(Outcomes outcomes, List<Groups> attributes, AuditOptions options) {
    if (outcomes instanceof BinaryOutcomes binary) {
      return new MeasuredBinary(binary, attributes, options);
    }
    if (outcomes instanceof DecidedOutcomes decided) {
      return new MeasuredDecisions(decided, attributes, options);
    }
    if (outcomes instanceof ClassOutcomes classes) {
      return new MeasuredClasses(classes, attributes, options);
    }
    return new MeasuredNumbers((NumericOutcomes) outcomes, attributes, options);
  }

  /** The cells of the groups of one attribute, the n-th given. */
  CellTable table(int attribute);

  /** Every metric of the groups of one attribute, the n-th given. */
  List<MetricColumn> columns(int attribute, int replicates, RandomGenerator random);

  /** The same metrics of all rows as one group. */
  List<MetricColumn> overall(int replicates, RandomGenerator random);

  /** The rates of binary decisions that pairs of groups are tested by; empty without decisions. */
  default List<CellReading> decided() {
    return List.of();
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

  /** That decisions are probabilities, for the notes; empty where all were made. */
  static Optional<String> shareNote(double[] decisions) {
    for (double decision : decisions) {
      if (decision != 0 && decision != 1) {
        return Optional.of(
            "Decisions are acceptance probabilities: counts are expected ones, and intervals are"
                + " those of decisions drawn from them.");
      }
    }
    return Optional.empty();
  }

  /** How gaps are doubted, for the notes. */
  static String gapNote(AuditOptions options) {
    return "The interval of a gap is the gap ± the largest error that drawing the rows of every"
        + " group"
        + " anew makes of it in %d replicates.".formatted(options.replicates());
  }
}
