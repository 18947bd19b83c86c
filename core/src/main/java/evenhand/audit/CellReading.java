package evenhand.audit;

import evenhand.metric.CellMetric;
import evenhand.metric.DecisionCounts;
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
 * @param lack of which rows there are too few; where nothing lacks there is a value
 */
record CellReading(
    String id,
    Optional<Function<double[], Rate>> rate,
    Function<double[], OptionalDouble> value,
    NeededRows.Lack lack) {

  private static final NeededRows POSITIVE_EITHER_WAY =
      new NeededRows(
          "has label 1 or is accepted",
          "have label 1 or are accepted",
          cells -> cells[1] + cells[2] + cells[3]);

  /** Of a binary label. */
  static final NeededRows.Lack BOTH_LABELS =
      lack(Statistic.TRUE_POSITIVE_RATE).or(lack(Statistic.FALSE_POSITIVE_RATE));

  static NeededRows.Lack lack(Statistic statistic) {
    return NeededRows.of(statistic)::lacking;
  }

  private static CellReading ofRate(String id, Function<double[], Rate> rate, NeededRows needed) {
    return new CellReading(
        id, Optional.of(rate), cells -> rate.apply(cells).value(), needed::lacking);
  }

  /** The selection rate of decisions without outcomes. */
  static CellReading ofDecisions() {
    NeededRows all = new NeededRows("has weight", "", cells -> DecisionCounts.rate(cells).trials());
    return ofRate(Statistic.SELECTION_RATE.id(), DecisionCounts::rate, all);
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
    readings.add(of(CellMetric.F1, POSITIVE_EITHER_WAY::lacking));
    readings.add(of(CellMetric.BALANCED_ACCURACY, BOTH_LABELS));
    return readings;
  }

  static CellReading of(Statistic statistic) {
    return ofRate(statistic.id(), statistic::of, NeededRows.of(statistic));
  }

  private static CellReading of(CellMetric metric, NeededRows.Lack lack) {
    return new CellReading(metric.id(), Optional.empty(), metric::of, lack);
  }

  /** Every metric of decisions between several classes, in the order they are shown. */
  static List<CellReading> ofClasses(List<String> classes) {
    NeededRows all = new NeededRows("has weight", "", cells -> accuracy(cells).trials());
    List<NeededRows> each = new ArrayList<>();
    List<CellReading> readings = new ArrayList<>();
    readings.add(ofRate(Statistic.ACCURACY.id(), CellReading::accuracy, all));
    for (int c = 0; c < classes.size(); c++) {
      int label = c;
      each.add(NeededRows.labelled(classes.get(c), cells -> recall(cells, label).trials()));
      readings.add(
          ofRate("recall:" + classes.get(c), cells -> recall(cells, label), each.get(label)));
    }
    NeededRows.Lack lack =
        (cells, squares, options) -> lackingWhereTheyOccur(each, cells, squares, options);
    readings.add(
        new CellReading(
            "tprd",
            Optional.empty(),
            CellReading::widest,
            lack.or(
                (cells, squares, options) ->
                    recalls(cells).length < 2
                        ? Optional.of("rows of two classes are needed")
                        : Optional.empty())));
    readings.add(
        new CellReading(
            "max_fnr",
            Optional.empty(),
            cells -> Arrays.stream(recalls(cells)).map(recall -> 1 - recall).max(),
            lack.or(all::lacking)));
    return readings;
  }

  /** A class that does not occur is left out; one that hardly does can't be. */
  private static Optional<String> lackingWhereTheyOccur(
      List<NeededRows> classes, double[] cells, double[] squares, AuditOptions options) {
    return classes.stream()
        .filter(rows -> rows.weight().applyAsDouble(cells) > 0)
        .flatMap(rows -> rows.lacking(cells, squares, options).stream())
        .findFirst();
  }

  /** The largest minus the smallest recall. */
  private static OptionalDouble widest(double[] cells) {
    double[] recalls = recalls(cells);
    Arrays.sort(recalls);
    return recalls.length < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(recalls[recalls.length - 1] - recalls[0]);
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
