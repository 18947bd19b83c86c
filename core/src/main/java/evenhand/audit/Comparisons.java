package evenhand.audit;

import evenhand.metric.Interval;
import evenhand.metric.Statistic;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import evenhand.parity.Parity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the groups of one attribute by every metric, in every way. */
final class Comparisons {

  private final Map<String, Gaps> gaps = new HashMap<>();
  private final Map<List<Object>, GapFigures> known = new HashMap<>();
  private final List<MetricColumn> columns;
  private final double confidence;

  /**
   * @param names of the groups
   * @param compared which of them, ascending
   * @param columns every metric of the groups
   * @param overall the same metrics of all rows, each of one group
   */
  Comparisons(
      List<String> names,
      int[] compared,
      List<MetricColumn> columns,
      List<MetricColumn> overall,
      double confidence) {
    this.columns = columns;
    this.confidence = confidence;
    for (int c = 0; c < columns.size(); c++) {
      MetricColumn column = columns.get(c);
      gaps.put(column.id(), new Gaps(names, compared, column, overall.get(c).groups().get(0)));
    }
  }

  private GapFigures figures(String metric, Comparison comparison, Kind kind) {
    return known.computeIfAbsent(
        List.of(metric, comparison, kind),
        key -> {
          Gaps found = gaps.get(metric);
          if (found == null) {
            throw new IllegalArgumentException(metric + " was not measured");
          }
          return found.of(comparison, kind);
        });
  }

  List<Disparity> disparities() {
    List<Disparity> all = new ArrayList<>();
    for (MetricColumn column : columns) {
      for (Comparison comparison : List.of(Comparison.BETWEEN_GROUPS, Comparison.TO_OVERALL)) {
        for (Kind kind : Kind.values()) {
          all.add(
              figures(column.id(), comparison, kind)
                  .disparity(column.id(), comparison, kind, confidence));
        }
      }
    }
    return all;
  }

  /** The parities of which every rate was measured. */
  List<ParityMeasurement> parities() {
    List<ParityMeasurement> all = new ArrayList<>();
    for (Parity parity : Parity.values()) {
      if (!parity.statistics().stream().allMatch(rate -> gaps.containsKey(rate.id()))) {
        continue;
      }
      if (parity.comparison() == Comparison.WORST_GROUP) {
        all.add(measure(parity, Comparison.WORST_GROUP, Kind.DIFFERENCE));
        continue;
      }
      for (Comparison comparison : List.of(Comparison.BETWEEN_GROUPS, Comparison.TO_OVERALL)) {
        for (Kind kind : Kind.values()) {
          all.add(measure(parity, comparison, kind));
        }
      }
    }
    return all;
  }

  private ParityMeasurement measure(Parity parity, Comparison comparison, Kind kind) {
    List<GapFigures> each = new ArrayList<>();
    for (Statistic statistic : parity.statistics()) {
      each.add(figures(statistic.id(), comparison, kind));
    }
    GapFigures worst = GapFigures.worst(each, kind);
    Optional<Interval> interval = worst.interval(kind, confidence);
    return new ParityMeasurement(
        parity,
        comparison,
        kind,
        worst.value(),
        GapFigures.low(interval),
        GapFigures.high(interval),
        worst.amongSufficient(),
        worst.reason(),
        worst.withoutInterval());
  }
}
