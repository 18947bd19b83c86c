package evenhand.frontier;

import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.audit.Measurement;
import evenhand.audit.ParityMeasurement;
import evenhand.data.DataException;
import evenhand.metric.Statistic;
import evenhand.parity.Comparison;
import evenhand.parity.Gap;
import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is traded: a merit of all rows against the gap of a parity, the worst over some attributes.
 *
 * @param requirements the same parity at full, of each attribute: what every gap is measured by
 */
public record Axes(Merit merit, List<Requirement> requirements) {

  public Axes {
    requirements = List.copyOf(requirements);
    if (requirements.isEmpty()) {
      throw new DataException("a gap needs groups; name the group columns with --group");
    }
  }

  /**
   * Reads {@code PARITY[:between_groups|:to_overall][:ratio][@ATTRIBUTE]}.
   *
   * @param attributes whose groups are compared; where the parity names one, it is among them
   */
  public static Axes of(Merit merit, String parity, List<String> attributes) {
    boolean ratio = List.of(parity.split("[:@]", -1)).contains("ratio");
    Requirement full = Requirement.parse(parity + (ratio ? ">=1" : "<=0"));
    Optional<String> named = full.attribute();
    if (named.isPresent() && !attributes.contains(named.get())) {
      throw new DataException(
          "the parity %s names no group that is given with --group; there are %s"
              .formatted(parity, String.join(", ", attributes)));
    }
    return new Axes(
        merit, named.isPresent() ? List.of(full) : attributes.stream().map(full::of).toList());
  }

  /** Such as {@code demographic_parity:to_overall}. */
  public String parity() {
    return requirements.get(0).subject();
  }

  public Kind kind() {
    return requirements.get(0).kind();
  }

  public List<String> attributes() {
    return requirements.stream().map(each -> each.attribute().orElseThrow()).toList();
  }

  /** {@code ratio} or {@code gap}. */
  public String gapWord() {
    return kind() == Kind.RATIO ? "ratio" : "gap";
  }

  /** Turned for comparison. */
  public Point point(double value, double gap) {
    return new Point(merit.turned(value), kind() == Kind.RATIO ? 1 - gap : gap);
  }

  /** The merit of a turned point, as it was measured. */
  public double meritAt(Point point) {
    return merit.turned(point.merit());
  }

  /** The gap or ratio of a turned point, as it was measured. */
  public double gapAt(Point point) {
    return kind() == Kind.RATIO ? 1 - point.gap() : point.gap();
  }

  /** The worst corner there can be; empty for a merit without bound. */
  public Optional<Point> worstCorner() {
    OptionalDouble worst = merit.worst();
    return worst.isEmpty() ? Optional.empty() : Optional.of(new Point(worst.getAsDouble(), 1));
  }

  /**
   * The largest area there can be between a reference and the best corner.
   *
   * @param reference turned
   */
  double largestArea(Point reference) {
    return Math.max(0, merit.best() - reference.merit()) * Math.max(0, reference.gap());
  }

  /** The merit of all rows. */
  Measurement meritOf(Audit audit) {
    return Objects.requireNonNull(
        audit.attributes().get(0).overall().metrics().get(merit.id()), merit.id());
  }

  /**
   * The gap over all attributes. Where one of them has none, there is none; of several intervals
   * both ends are the worst.
   */
  Measurement gapOf(Audit audit) {
    List<ParityMeasurement> each = new ArrayList<>();
    for (Requirement requirement : requirements) {
      each.add(measured(audit.attribute(requirement.attribute().orElseThrow()), requirement));
    }
    for (int a = 0; a < each.size(); a++) {
      Optional<String> reason = each.get(a).reason();
      if (reason.isPresent()) {
        String why = attributes().size() > 1 ? attributes().get(a) + ": " : "";
        return Measurement.without(why + reason.get());
      }
    }
    return new Measurement(
        worst(each.stream().map(ParityMeasurement::value).toList()),
        worst(each.stream().map(ParityMeasurement::low).toList()),
        worst(each.stream().map(ParityMeasurement::high).toList()),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        each.stream().flatMap(gap -> gap.withoutInterval().stream()).findFirst());
  }

  private static ParityMeasurement measured(AttributeAudit audit, Requirement requirement) {
    return audit.parities().stream()
        .filter(measured -> measured.parity() == requirement.parity())
        .filter(measured -> measured.comparison() == requirement.comparison())
        .filter(measured -> measured.kind() == requirement.kind())
        .findFirst()
        .orElseThrow();
  }

  /** Empty where one is. */
  private OptionalDouble worst(List<OptionalDouble> values) {
    double worst = kind() == Kind.RATIO ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    for (OptionalDouble value : values) {
      if (value.isEmpty()) {
        return value;
      }
      worst =
          kind() == Kind.RATIO
              ? Math.min(worst, value.getAsDouble())
              : Math.max(worst, value.getAsDouble());
    }
    return OptionalDouble.of(worst);
  }

  /**
   * The gap over all attributes from the cells of their groups, as in {@link Statistic#of}.
   *
   * @param cells by attribute and group, [attributes][k][4]
   */
  OptionalDouble gapOf(double[][][] cells) {
    List<OptionalDouble> each = new ArrayList<>();
    for (int a = 0; a < cells.length; a++) {
      Requirement requirement = requirements.get(a);
      for (Statistic statistic : requirement.parity().statistics()) {
        each.add(gap(cells[a], statistic, requirement.comparison()));
      }
    }
    return worst(each);
  }

  private OptionalDouble gap(double[][] cells, Statistic statistic, Comparison comparison) {
    double[] rates = new double[cells.length];
    double[] all = new double[4];
    for (int g = 0; g < cells.length; g++) {
      OptionalDouble rate = statistic.of(cells[g]).value();
      if (rate.isEmpty()) {
        return rate;
      }
      rates[g] = rate.getAsDouble();
      for (int c = 0; c < all.length; c++) {
        all[c] += cells[g][c];
      }
    }
    return Gap.of(rates, statistic.of(all).value().orElse(0), comparison, kind());
  }
}
