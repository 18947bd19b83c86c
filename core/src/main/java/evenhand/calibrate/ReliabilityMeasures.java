package evenhand.calibrate;

import evenhand.audit.AttributeAudit;
import evenhand.audit.AuditOptions;
import evenhand.audit.Disparity;
import evenhand.audit.GroupAudit;
import evenhand.audit.Measurement;
import evenhand.data.Groups;
import evenhand.metric.CalibrationBins;
import evenhand.metric.Interval;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Measures what an audit does not: bins, equal mass, slope and intercept. */
record ReliabilityMeasures(double[] probabilities, ScoredRows rows, AuditOptions options) {

  private static final String ECE = "ece";
  private static final double EXACT = 1e-13;

  GroupReliability overall(GroupAudit audited, Groups everyone) {
    return groups(List.of(audited), everyone).get(0);
  }

  AttributeReliability attribute(AttributeAudit audited, Groups groups) {
    Disparity disparity =
        audited.disparities().stream()
            .filter(gap -> gap.metric().equals(ECE))
            .filter(gap -> gap.comparison() == Comparison.BETWEEN_GROUPS)
            .filter(gap -> gap.kind() == Kind.DIFFERENCE)
            .findFirst()
            .orElseThrow();
    return new AttributeReliability(audited.name(), groups(audited.groups(), groups), disparity);
  }

  private List<GroupReliability> groups(List<GroupAudit> audited, Groups groups) {
    double[] labels = Targets.exact(rows);
    double[] weights = rows.weights();
    CalibrationBins width = CalibrationBins.of(labels, probabilities, weights, groups);
    CalibrationBins mass = CalibrationBins.ofEqualMass(labels, probabilities, weights, groups);
    List<Measurement> ofMass = equalMass(mass, audited);
    SplittableRandom random = new SplittableRandom(options.seed());
    int[][] members = Cells.of(List.of(groups)).rows();
    List<GroupReliability> all = new ArrayList<>();
    for (int g = 0; g < audited.size(); g++) {
      GroupAudit group = audited.get(g);
      Measurement ece = Objects.requireNonNull(group.metrics().get(ECE));
      Measurement[] line =
          ece.value().isPresent() ? line(members[g], random.split()) : new Measurement[] {ece, ece};
      all.add(
          new GroupReliability(
              group.name(), group.rows(), ece, ofMass.get(g), line[0], line[1], width.bins(g)));
    }
    return all;
  }

  /** With the errors that drawing the rows of every bin anew makes. */
  private List<Measurement> equalMass(CalibrationBins bins, List<GroupAudit> audited) {
    SplittableRandom random = new SplittableRandom(options.seed());
    double[][] errors = new double[audited.size()][options.replicates()];
    for (int r = 0; r < options.replicates(); r++) {
      CalibrationBins drawn = bins.drawn(random);
      for (int g = 0; g < errors.length; g++) {
        errors[g][r] = Math.abs(drawn.of(g).orElse(0) - bins.of(g).orElse(0));
      }
    }
    return IntStream.range(0, errors.length)
        .mapToObj(
            g -> {
              Optional<String> reason =
                  Objects.requireNonNull(audited.get(g).metrics().get(ECE)).reason();
              if (reason.isPresent()) {
                return Measurement.without(reason.get());
              }
              double value = bins.of(g).orElseThrow();
              double reach = Interval.reach(errors[g], options.confidence());
              return Measurement.of(
                  value, new Interval(value - reach, value + reach).around(value, 0, 1));
            })
        .toList();
  }

  /** Slope and intercept of the labels by the probabilities. */
  private Measurement[] line(int[] members, SplittableRandom random) {
    ScoredRows own = rows.select(members);
    double[] sums = own.labelWeights();
    if (!(sums[0] > 0 && sums[1] > 0)) {
      Measurement none =
          Measurement.without("insufficient evidence: rows of both labels are needed");
      return new Measurement[] {none, none};
    }
    double[] logits = new double[members.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = RecalibratedMap.logit(probabilities[members[i]]);
    }
    CalibrationLine line = new CalibrationLine(logits, Targets.exact(own), own.weights());
    LineDraws draws = new LineDraws(line, options.replicates(), random);
    double intercept = line.intercept(0, EXACT).orElseThrow();
    return new Measurement[] {
      slope(line, draws), within(intercept, draws.interceptErrors(intercept))
    };
  }

  private Measurement slope(CalibrationLine line, LineDraws draws) {
    if (line.isFlat()) {
      return Measurement.without("undefined: all probabilities are the same");
    }
    OptionalDouble slope = line.slope(new double[] {1, 0}, EXACT);
    return slope.isEmpty()
        ? Measurement.without("undefined: the probabilities separate the labels")
        : within(slope.getAsDouble(), draws.slopeErrors(new double[] {slope.getAsDouble(), 0}));
  }

  /** Without an interval where too many replicates have no value. */
  private Measurement within(double value, double[] errors) {
    double reach = Interval.reach(errors, options.confidence());
    return Double.isFinite(reach)
        ? Measurement.of(value, new Interval(value - reach, value + reach))
        : Measurement.withoutInterval(
            value, "no interval: too many samples like this one have no value");
  }
}
