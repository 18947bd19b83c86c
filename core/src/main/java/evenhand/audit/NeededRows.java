package evenhand.audit;

import evenhand.metric.Statistic;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The rows of a group that a metric stands on, such as those with label 1 for the true positive
 * rate. Weighted rows are as many as they are worth: (Σw)² / Σw² (Kish 1965).
 *
 * @param one what one of them does, such as {@code has label 1}
 * @param many what several do, such as {@code have label 1}; empty for all rows
 * @param weight of those rows, read off cells as in {@link CellTable}
 */
record NeededRows(String one, String many, ToDoubleFunction<double[]> weight) {

  /** What a metric lacks in one group to be shown. */
  @FunctionalInterface
  interface Lack {

    /**
     * @param cells of the group as in {@link CellTable}
     * @param squares the same sums over squared weights
     * @return such as {@code 4 rows have label 1, fewer than 30}; empty when nothing lacks
     */
    Optional<String> in(double[] cells, double[] squares, AuditOptions options);

    default Lack or(Lack other) {
      return (cells, squares, options) ->
          in(cells, squares, options).or(() -> other.in(cells, squares, options));
    }
  }

  /** A sum of equal weights, squared and divided, may come out smaller than their number. */
  private static final double ROUNDING = 1e-9;

  /** The denominator of a rate. */
  static NeededRows of(Statistic statistic) {
    ToDoubleFunction<double[]> trials = cells -> statistic.of(cells).trials();
    return switch (statistic) {
      case SELECTION_RATE, BASE_RATE, ACCURACY, ERROR_RATE ->
          new NeededRows("has weight", "", trials);
      case TRUE_POSITIVE_RATE, FALSE_NEGATIVE_RATE -> labelled("1", trials);
      case FALSE_POSITIVE_RATE, TRUE_NEGATIVE_RATE -> labelled("0", trials);
      case PRECISION -> new NeededRows("is accepted", "are accepted", trials);
    };
  }

  static NeededRows labelled(String label, ToDoubleFunction<double[]> weight) {
    return new NeededRows("has label " + label, "have label " + label, weight);
  }

  Optional<String> lacking(double[] cells, double[] squares, AuditOptions options) {
    double sum = weight.applyAsDouble(cells);
    double squared = weight.applyAsDouble(squares);
    if (squared == 0) {
      return Optional.of("no row " + one);
    }
    double rows = sum * sum / squared * (1 + ROUNDING);
    if (rows >= options.minRows()) {
      return Optional.empty();
    }
    return Optional.of(
        "%s%s%s, fewer than %d"
            .formatted(
                counted(rows),
                sum == squared ? "" : " by weight",
                many.isEmpty() ? "" : " " + (isOne(rows) ? one : many),
                options.minRows()));
  }

  private static boolean isOne(double rows) {
    return counted(rows).equals("1 row");
  }

  /** Whole numbers as such, others to a tenth, never rounded up to what would be enough. */
  private static String counted(double rows) {
    double tenths = Math.floor(rows * 10) / 10;
    if (tenths != Math.rint(tenths)) {
      return String.format(Locale.ROOT, "%.1f rows", tenths);
    }
    return tenths == 1 ? "1 row" : "%d rows".formatted((long) tenths);
  }
}
