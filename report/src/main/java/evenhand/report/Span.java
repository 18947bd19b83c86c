package evenhand.report;

import evenhand.audit.Measurement;
import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A stretch of a chart's axis, {@code low <= high}. */
record Span(double low, double high) {

  /**
   * Where every group's rate must lie for the requirement to be met, given these rates. Between
   * groups only the width is required; the stretch is then laid around the middle of the rates.
   *
   * @param rates of the groups that have one
   * @param overall rate of all rows together
   */
  static Optional<Span> allowed(Requirement requirement, double[] rates, double overall) {
    double bound = requirement.bound();
    DoubleSummaryStatistics all = DoubleStream.of(rates).summaryStatistics();
    boolean ratio = requirement.kind() == Kind.RATIO;
    return switch (requirement.comparison()) {
      case WORST_GROUP -> Optional.of(new Span(0, bound));
      case TO_OVERALL -> {
        if (ratio) {
          yield bound == 0
              ? Optional.empty()
              : Optional.of(new Span(overall * bound, overall / bound));
        }
        yield Optional.of(new Span(overall - bound, overall + bound));
      }
      case BETWEEN_GROUPS -> {
        if (rates.length == 0) {
          yield Optional.empty();
        }
        double middle = (all.getMin() + all.getMax()) / 2;
        yield Optional.of(
            ratio
                ? new Span(all.getMax() * bound, all.getMax())
                : new Span(middle - bound / 2, middle + bound / 2));
      }
    };
  }

  /** Empty where either end is. */
  static Optional<Span> between(OptionalDouble low, OptionalDouble high) {
    return low.isPresent() && high.isPresent()
        ? Optional.of(new Span(low.getAsDouble(), high.getAsDouble()))
        : Optional.empty();
  }

  /** Holds all values and the ends of their intervals; from 0 to 1 where there are none. */
  static Span around(List<Measurement> measurements) {
    DoubleSummaryStatistics ends =
        measurements.stream()
            .flatMap(each -> Stream.of(each.value(), each.low(), each.high()))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .summaryStatistics();
    return ends.getCount() == 0 || ends.getMin() == ends.getMax()
        ? new Span(0, 1)
        : new Span(ends.getMin(), ends.getMax());
  }
}
