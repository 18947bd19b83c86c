package evenhand.audit;

import evenhand.metric.CalibrationBins;
import evenhand.metric.Estimates;
import evenhand.metric.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** Measures the metrics that are estimated from scores or predictions. */
final class EstimateColumns {

  private final long[] rows;
  private final int replicates;
  private final AuditOptions options;
  private final RandomGenerator random;

  /**
   * @param rows of each group, shape [k]
   */
  EstimateColumns(long[] rows, int replicates, AuditOptions options, RandomGenerator random) {
    this.rows = rows;
    this.replicates = replicates;
    this.options = options;
    this.random = random;
  }

  /**
   * A metric whose errors are normal, to first order.
   *
   * @param range the smallest and the largest value there can be
   * @param lacking what is missing where it is undefined
   */
  MetricColumn normal(String id, Estimates estimates, double[] range, String lacking) {
    List<Measurement> groups = new ArrayList<>();
    boolean known = true;
    for (int g = 0; g < rows.length; g++) {
      OptionalDouble value = estimates.values().get(g);
      OptionalDouble error = estimates.standardErrors().get(g);
      Optional<Measurement> withheld = withheld(g, value, lacking);
      known &= withheld.isPresent() || error.isPresent();
      groups.add(withheld.orElseGet(() -> normal(value.orElseThrow(), error, range[0], range[1])));
    }
    Optional<Replicates> drawn = known ? Optional.of(draw(estimates)) : Optional.empty();
    return new MetricColumn(id, range[0], range[1], groups, drawn);
  }

  private Optional<Measurement> withheld(int group, OptionalDouble value, String lacking) {
    Optional<String> few = options.lacking(rows[group]);
    return few.or(() -> value.isEmpty() ? Optional.of(lacking) : Optional.empty())
        .map(Measurement::insufficient);
  }

  private Measurement normal(
      double value, OptionalDouble standardError, double lowest, double highest) {
    if (standardError.isEmpty()) {
      return Measurement.withoutInterval(value);
    }
    Interval interval = Interval.normal(value, standardError.getAsDouble(), options.confidence());
    return Measurement.of(value, interval.around(value, lowest, highest));
  }

  private Replicates draw(Estimates estimates) {
    int k = rows.length;
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

  /** The error of a logarithm is, to first order, the error as a share of the value. */
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
      shares[r] /= Math.max(Math.abs(value), 1e-12);
    }
    return shares;
  }

  /** The expected calibration error, in [0, 1]. */
  MetricColumn calibration(CalibrationBins bins) {
    int k = rows.length;
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
      double value = centres[g];
      groups.add(
          withheld(g, bins.of(g), "no row has weight")
              .orElseGet(() -> CellColumns.around(value, own, options.confidence())));
    }
    return new MetricColumn(
        "ece", 0, 1, groups, Optional.of(relative(errors, centres, overallCentre)));
  }
}
