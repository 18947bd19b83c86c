package evenhand.audit;

import evenhand.metric.Holm;
import evenhand.metric.Rate;
import evenhand.metric.Statistic;
import evenhand.metric.TwoProportions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Tests every pair of groups that have enough evidence, rate by rate.
 *
 * @param names of the groups
 * @param compared which of them, ascending
 * @param table their cells
 * @param options how many rows of a rate are enough
 */
record PairTests(List<String> names, int[] compared, CellTable table, AuditOptions options) {

  static final List<Statistic> STATISTICS =
      List.of(
          Statistic.SELECTION_RATE,
          Statistic.TRUE_POSITIVE_RATE,
          Statistic.FALSE_POSITIVE_RATE,
          Statistic.ERROR_RATE);

  /** With more groups there are too many pairs to read; none is tested then. */
  static final int MOST_GROUPS = 20;

  /**
   * @param rates such as those of {@link #STATISTICS}
   */
  List<PairTest> of(List<CellReading> rates) {
    return compared.length > MOST_GROUPS
        ? List.of()
        : rates.stream().flatMap(rate -> of(rate).stream()).toList();
  }

  private List<PairTest> of(CellReading reading) {
    int[] enough =
        IntStream.of(compared)
            .filter(g -> reading.lack().in(table.cells()[g], table.squares()[g], options).isEmpty())
            .toArray();
    List<PairTest> tests = new ArrayList<>();
    for (int i = 0; i < enough.length; i++) {
      for (int j = i + 1; j < enough.length; j++) {
        tests.add(of(reading, enough[i], enough[j]));
      }
    }
    double[] adjusted = Holm.adjusted(tests.stream().mapToDouble(PairTest::pValue).toArray());
    return IntStream.range(0, tests.size())
        .mapToObj(test -> tests.get(test).adjustedTo(adjusted[test]))
        .toList();
  }

  private PairTest of(CellReading reading, int first, int second) {
    Function<double[], Rate> rate = reading.rate().orElseThrow();
    TwoProportions test = TwoProportions.of(effective(rate, first), effective(rate, second));
    double difference =
        rate.apply(table.cells()[first]).value().orElseThrow()
            - rate.apply(table.cells()[second]).value().orElseThrow();
    return new PairTest(
        reading.id(),
        names.get(first),
        names.get(second),
        difference,
        test.z(),
        test.pValue(),
        test.exact(),
        test.pValue());
  }

  /** The same rate over as many rows as its weights are worth: (Σw)² / Σw² (Kish 1965). */
  private Rate effective(Function<double[], Rate> reading, int group) {
    Rate rate = reading.apply(table.cells()[group]);
    double squared = reading.apply(table.squares()[group]).trials();
    double trials = squared == 0 ? 0 : rate.trials() * rate.trials() / squared;
    return new Rate(Math.min(trials, rate.hits() / rate.trials() * trials), trials);
  }
}
