package evenhand.audit;

import evenhand.metric.CalibrationBins;
import evenhand.metric.Estimates;
import evenhand.metric.Interval;
import evenhand.metric.MeanMetric;
import evenhand.metric.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** Measures the metrics that are estimated from scores or predictions. */
final class EstimateColumns {

  private static final NeededRows.Lack ALL_ROWS = CellReading.lack(Statistic.BASE_RATE);

  private final CellTable table;
  private final int replicates;
  private final AuditOptions options;
  private final RandomGenerator random;

  /**
   * @param table counts the rows of each group; of numbers, all with label 0
   */
  EstimateColumns(CellTable table, int replicates, AuditOptions options, RandomGenerator random) {
    this.table = table;
    this.replicates = replicates;
    this.options = options;
    this.random = random;
  }

  MetricColumn mean(MeanMetric metric, Estimates estimates) {
    double[] range = {metric.lowest(), metric.highest()};
    return normal(metric.id(), estimates, range, ALL_ROWS);
  }

  MetricColumn auc(Estimates estimates) {
    return normal("auc", estimates, new double[] {0, 1}, CellReading.BOTH_LABELS);
  }

  /**
   * A metric whose errors are normal, to first order.
   *
   * @param range the smallest and the largest value there can be
   * @param lack of which rows there are too few; where nothing lacks there is a value
   */
  private MetricColumn normal(
      String id, Estimates estimates, double[] range, NeededRows.Lack lack) {
    List<Measurement> groups = new ArrayList<>();
    boolean known = true;
    for (int g = 0; g < table.groups(); g++) {
      OptionalDouble value = estimates.values().get(g);
      OptionalDouble error = estimates.standardErrors().get(g);
      Optional<Measurement> withheld = withheld(g, lack);
      known &= withheld.isPresent() || error.isPresent();
      groups.add(withheld.orElseGet(() -> normal(value.orElseThrow(), error, range[0], range[1])));
    }
    Optional<Replicates> drawn = known ? Optional.of(draw(estimates)) : Optional.empty();
    return new MetricColumn(id, range[0], range[1], groups, drawn);
  }

  private Optional<Measurement> withheld(int group, NeededRows.Lack lack) {
    return table.lacking(group, lack, options).map(Measurement::insufficient);
  }

  private Measurement normal(
      double value, OptionalDouble standardError, double lowest, double highest) {
    double possible = Math.max(lowest, Math.min(highest, value)); // a sum may round beyond
    if (standardError.isEmpty()) {
      return Measurement.withoutInterval(possible, Measurement.NO_ERROR);
    }
    Interval interval =
        Interval.normal(possible, standardError.getAsDouble(), options.confidence());
    return Measurement.of(possible, interval.around(possible, lowest, highest));
  }

  private Replicates draw(Estimates estimates) {
    int k = table.groups();
    Errors errors = new Errors(new double[k][replicates], new double[replicates]);
    for (int r = 0; r < replicates; r++) {
      for (int g = 0; g < k; g++) {
        double z = random.nextGaussian();
        errors.groups()[g][r] = estimates.standardErrors().get(g).orElse(0) * z;
        errors.overall()[r] += estimates.shared()[g] * z;
        if (estimates.rest()[g] > 0) {
          errors.overall()[r] += estimates.rest()[g] * random.nextGaussian();
        }
      }
    }
    double[] centres = new double[k];
    for (int g = 0; g < k; g++) {
      centres[g] = estimates.values().get(g).orElse(0);
    }
    return relative(errors, centres, estimates.overall().orElse(0));
  }

  /**
   * The error of a logarithm is, to first order, the error as a share of the value; of a value of 0
   * without bound.
   */
  private static Replicates relative(Errors errors, double[] centres, double overallCentre) {
    double[][] groups = new double[centres.length][];
    for (int g = 0; g < centres.length; g++) {
      groups[g] = shares(errors.groups()[g], centres[g]);
    }
    Errors logarithms = new Errors(groups, shares(errors.overall(), overallCentre));
    return new Replicates(errors, logarithms, centres, overallCentre);
  }

  private static double[] shares(double[] errors, double value) {
    double[] shares = errors.clone();
    for (int r = 0; r < shares.length; r++) {
      shares[r] = shares[r] == 0 ? 0 : shares[r] / Math.abs(value);
    }
    return shares;
  }

  /** The expected calibration error, in [0, 1]. */
  MetricColumn calibration(CalibrationBins bins) {
    int k = table.groups();
    double[] centres = new double[k];
    for (int g = 0; g < k; g++) {
      centres[g] = bins.of(g).orElse(0);
    }
    double overallCentre = bins.overall().orElse(0);
    Errors errors = new Errors(new double[k][replicates], new double[replicates]);
    for (int r = 0; r < replicates; r++) {
      CalibrationBins drawn = bins.drawn(random);
      for (int g = 0; g < k; g++) {
        errors.groups()[g][r] = drawn.of(g).orElse(0) - centres[g];
      }
      errors.overall()[r] = drawn.overall().orElse(0) - overallCentre;
    }
    List<Measurement> groups = new ArrayList<>();
    for (int g = 0; g < k; g++) {
      double[] own = errors.groups()[g];
      double value = Math.min(1, centres[g]);
      groups.add(
          withheld(g, ALL_ROWS)
              .orElseGet(() -> CellColumns.around(value, own, options.confidence())));
    }
    return new MetricColumn(
        "ece", 0, 1, groups, Optional.of(relative(errors, centres, overallCentre)));
  }
}
