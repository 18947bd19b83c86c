package evenhand.audit;

import evenhand.metric.Holm;
import evenhand.metric.Rate;
import evenhand.metric.Statistic;
import evenhand.metric.Tally;
import evenhand.metric.TwoProportions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tests every pair of groups that have enough evidence, statistic by statistic.
 *
 * @param names of the groups
 * @param tally of their rows
 * @param options how many rows of a rate are enough
 */
record PairTests(List<String> names, Tally tally, AuditOptions options) {

  static final List<Statistic> STATISTICS =
      List.of(
          Statistic.SELECTION_RATE,
          Statistic.TRUE_POSITIVE_RATE,
          Statistic.FALSE_POSITIVE_RATE,
          Statistic.ERROR_RATE);

  /** With more groups there are too many pairs to read; none is tested then. */
  static final int MOST_GROUPS = 20;

  List<PairTest> all() {
    if (names.size() > MOST_GROUPS) {
      return List.of();
    }
    return STATISTICS.stream().flatMap(statistic -> of(statistic).stream()).toList();
  }

  private List<PairTest> of(Statistic statistic) {
    NeededRows needed = NeededRows.of(statistic);
    int[] enough =
        IntStream.range(0, names.size())
            .filter(g -> needed.lacking(tally.cells(g), tally.squares(g), options).isEmpty())
            .toArray();
    List<PairTest> tests = new ArrayList<>();
    for (int i = 0; i < enough.length; i++) {
      for (int j = i + 1; j < enough.length; j++) {
        tests.add(of(statistic, enough[i], enough[j]));
      }
    }
    double[] adjusted = Holm.adjusted(tests.stream().mapToDouble(PairTest::pValue).toArray());
    return IntStream.range(0, tests.size())
        .mapToObj(test -> tests.get(test).adjustedTo(adjusted[test]))
        .toList();
  }

  private PairTest of(Statistic statistic, int first, int second) {
    TwoProportions test =
        TwoProportions.of(effective(statistic, first), effective(statistic, second));
    double difference =
        tally.rate(statistic, first).value().orElseThrow()
            - tally.rate(statistic, second).value().orElseThrow();
    return new PairTest(
        statistic.id(),
        names.get(first),
        names.get(second),
        difference,
        test.z(),
        test.pValue(),
        test.exact(),
        test.pValue());
  }

  /** The same rate over as many rows as its weights are worth. */
  private Rate effective(Statistic statistic, int group) {
    Rate rate = tally.rate(statistic, group);
    double trials = tally.effectiveTrials(statistic, group);
    return new Rate(Math.min(trials, rate.hits() / rate.trials() * trials), trials);
  }
}
