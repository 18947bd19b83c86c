package evenhand.audit;

import evenhand.metric.CellMetric;
import evenhand.metric.Rate;
import evenhand.metric.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A metric in [0, 1] that is read off one group's cells.
 *
 * @param id such as {@code selection_rate}
 * @param rate its counts; empty for a metric that is no rate
 * @param value of cells as in {@link CellTable}, shape [2 × labels]
 * @param lacking what is missing where it is undefined, such as {@code no row has label 1}
 */
record CellReading(
    String id,
    Optional<Function<double[], Rate>> rate,
    Function<double[], OptionalDouble> value,
    String lacking) {

  private static CellReading ofRate(String id, Function<double[], Rate> rate, String lacking) {
    return new CellReading(id, Optional.of(rate), cells -> rate.apply(cells).value(), lacking);
  }

  /** Every metric of binary decisions, in the order they are shown. */
  static List<CellReading> binary() {
    List<CellReading> readings = new ArrayList<>();
    List<Statistic> order =
        List.of(
            Statistic.ACCURACY,
            Statistic.ERROR_RATE,
            Statistic.SELECTION_RATE,
            Statistic.BASE_RATE,
            Statistic.TRUE_POSITIVE_RATE,
            Statistic.FALSE_POSITIVE_RATE,
            Statistic.TRUE_NEGATIVE_RATE,
            Statistic.FALSE_NEGATIVE_RATE,
            Statistic.PRECISION);
    order.forEach(statistic -> readings.add(of(statistic)));
    readings.add(of(CellMetric.F1, "no row has label 1 or is accepted"));
    readings.add(of(CellMetric.BALANCED_ACCURACY, "rows of both labels are needed"));
    return readings;
  }

  static CellReading of(Statistic statistic) {
    String lacking =
        switch (statistic) {
          case SELECTION_RATE, BASE_RATE, ACCURACY, ERROR_RATE -> "no row has weight";
          case TRUE_POSITIVE_RATE, FALSE_NEGATIVE_RATE -> "no row has label 1";
          case FALSE_POSITIVE_RATE, TRUE_NEGATIVE_RATE -> "no row has label 0";
          case PRECISION -> "no row is accepted";
        };
    return ofRate(statistic.id(), statistic::of, lacking);
  }

  private static CellReading of(CellMetric metric, String lacking) {
    return new CellReading(metric.id(), Optional.empty(), metric::of, lacking);
  }

  /** Every metric of decisions between several classes, in the order they are shown. */
  static List<CellReading> ofClasses(List<String> classes) {
    List<CellReading> readings = new ArrayList<>();
    readings.add(ofRate(Statistic.ACCURACY.id(), CellReading::accuracy, "no row has weight"));
    for (int c = 0; c < classes.size(); c++) {
      int label = c;
      readings.add(
          ofRate(
              "recall:" + classes.get(c),
              cells -> recall(cells, label),
              "no row has label " + classes.get(c)));
    }
    readings.add(
        new CellReading(
            "tprd",
            Optional.empty(),
            cells -> {
              double[] recalls = recalls(cells);
              return recalls.length < 2
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(
                      Arrays.stream(recalls).max().orElseThrow()
                          - Arrays.stream(recalls).min().orElseThrow());
            },
            "rows of two classes are needed"));
    readings.add(
        new CellReading(
            "max_fnr",
            Optional.empty(),
            cells -> Arrays.stream(recalls(cells)).map(recall -> 1 - recall).max(),
            "no row has weight"));
    return readings;
  }

  /** Hits and misses of one class are those of its rows as positives. */
  private static Rate recall(double[] cells, int label) {
    return Statistic.TRUE_POSITIVE_RATE.of(
        new double[] {0, 0, cells[2 * label], cells[2 * label + 1]});
  }

  /** Of the classes that occur. */
  private static double[] recalls(double[] cells) {
    double[] recalls = new double[cells.length / 2];
    int found = 0;
    for (int label = 0; label < cells.length / 2; label++) {
      OptionalDouble recall = recall(cells, label).value();
      if (recall.isPresent()) {
        recalls[found++] = recall.getAsDouble();
      }
    }
    return Arrays.copyOf(recalls, found);
  }

  private static Rate accuracy(double[] cells) {
    double missed = 0;
    double hit = 0;
    for (int label = 0; label < cells.length / 2; label++) {
      missed += cells[2 * label];
      hit += cells[2 * label + 1];
    }
    return Statistic.ACCURACY.of(new double[] {0, 0, missed, hit});
  }
}
