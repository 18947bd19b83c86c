package evenhand.audit;

import evenhand.metric.Interval;
import evenhand.metric.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Measures the metrics that are read off cells. */
final class CellColumns {

  private final CellTable table;
  private final CellDraws draws;
  private final AuditOptions options;

  CellColumns(CellTable table, int replicates, AuditOptions options, RandomGenerator random) {
    this.table = table;
    this.draws = new CellDraws(table, replicates, random);
    this.options = options;
  }

  List<MetricColumn> measure(List<CellReading> readings) {
    List<MetricColumn> columns = new ArrayList<>();
    for (CellReading reading : readings) {
      Replicates replicates = draws.of(reading.value());
      List<Measurement> groups = new ArrayList<>();
      for (int g = 0; g < table.groups(); g++) {
        groups.add(measure(reading, g, replicates.differences().groups()[g]));
      }
      columns.add(new MetricColumn(reading.id(), 0, 1, groups, Optional.of(replicates)));
    }
    return columns;
  }

  private Measurement measure(CellReading reading, int group, double[] errors) {
    double[] cells = table.cells()[group];
    Optional<String> lacking = table.lacking(group, reading.lack(), options);
    if (reading.rate().isEmpty()) {
      return lacking
          .map(Measurement::insufficient)
          .orElseGet(
              () ->
                  around(reading.value().apply(cells).orElseThrow(), errors, options.confidence()));
    }
    Function<double[], Rate> rate = reading.rate().get();
    Rate counts = rate.apply(cells);
    return lacking
        .map(Measurement::insufficient)
        .orElseGet(() -> wilson(counts, rate.apply(table.squares()[group]).trials()))
        .of(counts);
  }

  private Measurement wilson(Rate rate, double squaredTrials) {
    double effective = rate.trials() * rate.trials() / squaredTrials;
    return Measurement.of(
        rate.value().orElseThrow(), Interval.wilson(rate, effective, options.confidence()));
  }

  /** A value in [0, 1] with the interval that the given share of errors stays within. */
  static Measurement around(double value, double[] errors, double confidence) {
    double[] distances = errors.clone();
    for (int r = 0; r < distances.length; r++) {
      distances[r] = Math.abs(distances[r]);
    }
    double reach = Errors.reach(distances, confidence);
    return Measurement.of(value, new Interval(value - reach, value + reach).around(value, 0, 1));
  }
}
