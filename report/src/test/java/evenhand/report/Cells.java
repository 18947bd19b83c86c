package evenhand.report;

import evenhand.audit.GroupAudit;
import evenhand.audit.Measurement;
import evenhand.metric.Interval;
import evenhand.metric.Rate;
import evenhand.metric.Statistic;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The four counts of one group, for building audits by hand.
 *
 * @param counts of the rows with label y and decision d at index 2y + d, shape [4]
 */
@SuppressWarnings("ArrayRecordComponent")
record Cells(String name, double... counts) {

  static final int MIN_ROWS = 30;

  private static final double Z = 1.959963984540054;

  double rows() {
    return counts[0] + counts[1] + counts[2] + counts[3];
  }

  Cells plus(Cells other) {
    double[] sum = new double[4];
    for (int c = 0; c < 4; c++) {
      sum[c] = counts[c] + other.counts[c];
    }
    return new Cells("overall", sum);
  }

  Rate rate(Statistic statistic) {
    return statistic.of(counts);
  }

  /** Standard error of the rate. */
  double error(Statistic statistic) {
    Rate rate = rate(statistic);
    double p = rate.value().orElseThrow();
    return Math.sqrt(p * (1 - p) / rate.trials());
  }

  GroupAudit audit() {
    Map<String, Measurement> metrics = new LinkedHashMap<>();
    for (Statistic statistic : Statistic.values()) {
      metrics.put(statistic.id(), measurement(statistic));
    }
    metrics.put("f1", plain(2 * counts[3] / (2 * counts[3] + counts[1] + counts[2]), 0.01));
    metrics.put("auc", plain(0.9, 0.006));
    metrics.put("mean_score", plain((counts[2] + counts[3]) / rows(), 0.004));
    metrics.put("log_loss", plain(0.33, 0.02));
    return new GroupAudit(name, (long) rows(), metrics);
  }

  private Measurement measurement(Statistic statistic) {
    Rate rate = rate(statistic);
    if (rate.trials() < MIN_ROWS) {
      return Measurement.without(
              "insufficient evidence: %d rows, fewer than 30".formatted((long) rate.trials()))
          .of(rate);
    }
    double p = rate.value().orElseThrow();
    double n = rate.trials();
    double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
    return Measurement.of(p, new Interval(Math.max(0, centre - half), Math.min(1, centre + half)))
        .of(rate);
  }

  private Measurement plain(double value, double half) {
    if (rows() < MIN_ROWS) {
      return Measurement.without(
          "insufficient evidence: %d rows, fewer than 30".formatted((long) rows()));
    }
    return Measurement.of(value, new Interval(value - half, value + half));
  }
}
