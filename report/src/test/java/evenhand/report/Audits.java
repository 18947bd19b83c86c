package evenhand.report;

import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.audit.AuditSubject;
import evenhand.audit.Disparity;
import evenhand.audit.FourFifths;
import evenhand.audit.ImpactRatio;
import evenhand.audit.ImpactRatios;
import evenhand.audit.Measurement;
import evenhand.audit.OutcomeColumns;
import evenhand.audit.PairTest;
import evenhand.audit.ParityMeasurement;
import evenhand.audit.References;
import evenhand.metric.Rate;
import evenhand.metric.Statistic;
import evenhand.parity.Comparison;
import evenhand.parity.Gap;
import evenhand.parity.Kind;
import evenhand.parity.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Audits built by hand from four counts per group. The gaps are exact; their intervals are only
 * plausible (normal, not bootstrapped): reports don't look behind the numbers.
 */
final class Audits {

  private Audits() {}

  static Audit of(AttributeAudit... attributes) {
    long rows = attributes.length == 0 ? 0 : attributes[0].overall().rows();
    return new Audit(rows, List.of(attributes), 0.95, Cells.MIN_ROWS, List.of());
  }

  static AttributeAudit attribute(String name, List<Cells> groups) {
    Cells overall = groups.stream().reduce(Cells::plus).orElseThrow();
    List<Disparity> disparities = new ArrayList<>();
    for (Statistic statistic : Statistic.values()) {
      for (Comparison comparison : List.of(Comparison.BETWEEN_GROUPS, Comparison.TO_OVERALL)) {
        for (Kind kind : Kind.values()) {
          disparities.add(disparity(statistic, comparison, kind, groups));
        }
      }
    }
    return new AttributeAudit(
        name,
        groups.stream().map(Cells::audit).toList(),
        overall.audit(),
        disparities,
        parities(groups),
        pairs(groups),
        Optional.of(fourFifths(groups)),
        Optional.of(impactRatios(groups)));
  }

  private static List<ParityMeasurement> parities(List<Cells> groups) {
    List<ParityMeasurement> parities = new ArrayList<>();
    for (Parity parity : Parity.values()) {
      List<Comparison> comparisons =
          parity == Parity.BOUNDED_GROUP_LOSS
              ? List.of(Comparison.WORST_GROUP)
              : List.of(Comparison.BETWEEN_GROUPS, Comparison.TO_OVERALL);
      for (Comparison comparison : comparisons) {
        parities.add(parity(parity, comparison, Kind.DIFFERENCE, groups));
        if (comparison != Comparison.WORST_GROUP) {
          parities.add(parity(parity, comparison, Kind.RATIO, groups));
        }
      }
    }
    return parities;
  }

  private static ParityMeasurement parity(
      Parity parity, Comparison comparison, Kind kind, List<Cells> groups) {
    int worse = kind == Kind.RATIO ? -1 : 1;
    Disparity worst =
        parity.statistics().stream()
            .map(statistic -> disparity(statistic, comparison, kind, groups))
            .reduce(
                (a, b) ->
                    worse * a.value().orElse(worse * 2) >= worse * b.value().orElse(worse * 2)
                        ? a
                        : b)
            .orElseThrow();
    return new ParityMeasurement(
        parity,
        comparison,
        kind,
        worst.value(),
        worst.low(),
        worst.high(),
        worst.amongSufficient(),
        worst.reason(),
        worst.withoutInterval());
  }

  static Disparity disparity(
      Statistic statistic, Comparison comparison, Kind kind, List<Cells> groups) {
    Cells overall = groups.stream().reduce(Cells::plus).orElseThrow();
    List<Cells> sufficient =
        groups.stream().filter(g -> g.rate(statistic).trials() >= Cells.MIN_ROWS).toList();
    OptionalDouble among =
        sufficient.size() < 2
            ? OptionalDouble.empty()
            : gap(statistic, comparison, kind, sufficient, overall);
    if (sufficient.size() < groups.size()) {
      String thin =
          groups.stream().filter(g -> !sufficient.contains(g)).findFirst().orElseThrow().name();
      return new Disparity(
          statistic.id(),
          comparison,
          kind,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          among,
          Optional.of("insufficient evidence for " + thin),
          Optional.empty());
    }
    double error = groups.stream().mapToDouble(g -> g.error(statistic)).max().orElseThrow();
    double value = among.orElseThrow();
    return new Disparity(
        statistic.id(),
        comparison,
        kind,
        among,
        OptionalDouble.of(Math.max(0, value - 2 * error)),
        OptionalDouble.of(Math.min(1, value + 2 * error)),
        Optional.of(groups.get(0).name()),
        among,
        Optional.empty(),
        Optional.empty());
  }

  private static OptionalDouble gap(
      Statistic statistic, Comparison comparison, Kind kind, List<Cells> groups, Cells overall) {
    double[] rates =
        groups.stream().mapToDouble(g -> g.rate(statistic).value().orElseThrow()).toArray();
    return Gap.of(rates, overall.rate(statistic).value().orElseThrow(), comparison, kind);
  }

  private static List<PairTest> pairs(List<Cells> groups) {
    List<PairTest> pairs = new ArrayList<>();
    for (Statistic statistic : List.of(Statistic.SELECTION_RATE, Statistic.TRUE_POSITIVE_RATE)) {
      for (int a = 0; a < groups.size(); a++) {
        for (int b = a + 1; b < groups.size(); b++) {
          pair(statistic, groups.get(a), groups.get(b)).ifPresent(pairs::add);
        }
      }
    }
    return pairs;
  }

  private static Optional<PairTest> pair(Statistic statistic, Cells first, Cells second) {
    if (first.rate(statistic).trials() == 0 || second.rate(statistic).trials() == 0) {
      return Optional.empty();
    }
    double difference =
        first.rate(statistic).value().orElseThrow() - second.rate(statistic).value().orElseThrow();
    double error = Math.hypot(first.error(statistic), second.error(statistic));
    boolean exact = first.rows() < Cells.MIN_ROWS || second.rows() < Cells.MIN_ROWS;
    double p = Math.min(1, 2 * Math.exp(-0.5 * Math.pow(difference / Math.max(error, 1e-3), 2)));
    return Optional.of(
        new PairTest(
            statistic.id(),
            first.name(),
            second.name(),
            difference,
            OptionalDouble.of(difference / Math.max(error, 1e-3)),
            p,
            exact,
            Math.min(1, 2 * p)));
  }

  private static FourFifths fourFifths(List<Cells> groups) {
    Disparity ratio =
        disparity(Statistic.SELECTION_RATE, Comparison.BETWEEN_GROUPS, Kind.RATIO, groups);
    boolean known = ratio.value().isPresent();
    return new FourFifths(
        ratio.value(),
        ratio.low(),
        ratio.high(),
        known ? Optional.of(groups.get(0).name()) : Optional.empty(),
        known ? Optional.of(groups.get(groups.size() - 1).name()) : Optional.empty(),
        known ? Optional.of(ratio.value().getAsDouble() >= FourFifths.THRESHOLD) : Optional.empty(),
        OptionalInt.empty(),
        ratio.reason());
  }

  private static ImpactRatios impactRatios(List<Cells> groups) {
    Cells reference = groups.get(groups.size() - 1);
    double base = reference.rate(Statistic.SELECTION_RATE).value().orElse(1);
    return new ImpactRatios(
        References.Rule.NAMED,
        Optional.of(reference.name()),
        groups.stream().map(group -> impactRatio(group, base)).toList(),
        Optional.empty());
  }

  private static ImpactRatio impactRatio(Cells group, double base) {
    Rate rate = group.rate(Statistic.SELECTION_RATE);
    Measurement measured = Objects.requireNonNull(group.audit().metrics().get("selection_rate"));
    double ratio = rate.value().orElse(0) / base;
    return new ImpactRatio(
        group.name(),
        (long) group.rows(),
        rate.trials(),
        rate.hits(),
        measured,
        OptionalDouble.of(ratio),
        OptionalDouble.of(0.9 * ratio),
        OptionalDouble.of(1.1 * ratio),
        true,
        Optional.empty());
  }

  /** A report of an audit, of rows that all have an outcome. */
  static AuditReport report(Audit audit, String data) {
    return new AuditReport(audit, subject(audit, data), List.of());
  }

  static AuditSubject subject(Audit audit, String data) {
    return new AuditSubject(
        data,
        OutcomeColumns.Task.BINARY,
        Optional.of(
            new AuditSubject.Label("income", Optional.of(">50K"), Optional.of("<=50K"), true)),
        Optional.of(
            new AuditSubject.Decision(
                AuditSubject.Source.PREDICTION, "decision", "decision is >50K", true)),
        Optional.empty(),
        Optional.empty(),
        audit.rows(),
        List.of(),
        0,
        List.of());
  }
}
