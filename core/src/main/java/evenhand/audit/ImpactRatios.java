package evenhand.audit;

import evenhand.metric.Interval;
import evenhand.metric.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Every group's selection rate divided by that of one of them, the reference.
 *
 * @param rule how the reference was chosen
 * @param reference its name; empty where there is none, with a reason
 * @param groups all of the attribute, in its order
 * @param reason why there is no reference
 */
public record ImpactRatios(
    References.Rule rule,
    Optional<String> reference,
    List<ImpactRatio> groups,
    Optional<String> reason) {

  public ImpactRatios {
    groups = List.copyOf(groups);
  }

  /**
   * @param names of the groups
   * @param compared which of them are, ascending
   * @param reading of the selection rate
   * @param table cells of the groups
   * @param column the selection rates
   */
  static ImpactRatios of(
      List<String> names,
      int[] compared,
      CellReading reading,
      CellTable table,
      MetricColumn column,
      References.Choice choice,
      double confidence) {
    List<Rate> rates = new ArrayList<>();
    for (double[] cells : table.cells()) {
      rates.add(reading.rate().orElseThrow().apply(cells));
    }
    Optional<Integer> reference = reference(names, compared, rates, column, choice);
    Optional<String> reason =
        reference.isPresent()
            ? Optional.empty()
            : Optional.of(
                choice
                    .group()
                    .flatMap(group -> column.groups().get(names.indexOf(group)).reason())
                    .map(why -> "the reference %s: %s".formatted(choice.group().get(), why))
                    .orElse("no group has a selection rate that others could be divided by"));
    List<ImpactRatio> groups = new ArrayList<>();
    for (int g = 0; g < names.size(); g++) {
      int group = g;
      boolean isCompared = IntStream.of(compared).anyMatch(one -> one == group);
      groups.add(
          new Row(names, rates, column, confidence)
              .of(group, table.rows()[group], isCompared, reference, reason));
    }
    return new ImpactRatios(choice.rule(), reference.map(names::get), groups, reason);
  }

  private static Optional<Integer> reference(
      List<String> names,
      int[] compared,
      List<Rate> rates,
      MetricColumn column,
      References.Choice choice) {
    if (choice.group().isPresent()) {
      return Optional.of(names.indexOf(choice.group().get()))
          .filter(g -> column.groups().get(g).value().isPresent());
    }
    Comparator<Integer> better =
        Comparator.comparingDouble(
            g ->
                choice.rule() == References.Rule.LARGEST
                    ? rates.get(g).trials()
                    : column.groups().get(g).value().orElseThrow());
    return IntStream.of(compared)
        .boxed()
        .filter(g -> !UnknownGroup.is(names.get(g)))
        .filter(g -> column.groups().get(g).value().isPresent())
        .max(better.thenComparing(Comparator.reverseOrder()));
  }

  private record Row(List<String> names, List<Rate> rates, MetricColumn column, double confidence) {

    ImpactRatio of(
        int group,
        long rows,
        boolean isCompared,
        Optional<Integer> reference,
        Optional<String> without) {
      Measurement rate = column.groups().get(group);
      Optional<String> reason =
          rate.reason()
              .or(() -> isCompared ? without : Optional.of("too small a share of the people"))
              .or(() -> reference.flatMap(this::nobody));
      OptionalDouble ratio = OptionalDouble.empty();
      Optional<Interval> interval = Optional.empty();
      if (reason.isEmpty()) {
        double value = rate.value().orElseThrow();
        double base = column.groups().get(reference.orElseThrow()).value().orElseThrow();
        ratio = OptionalDouble.of(value / base);
        interval = interval(group, reference.orElseThrow(), value / base);
      }
      return new ImpactRatio(
          names.get(group),
          rows,
          rates.get(group).trials(),
          rates.get(group).hits(),
          rate,
          ratio,
          GapFigures.low(interval),
          GapFigures.high(interval),
          isCompared,
          reason);
    }

    private Optional<String> nobody(int reference) {
      return rates.get(reference).hits() > 0
          ? Optional.empty()
          : Optional.of("undefined: nobody of %s is selected".formatted(names.get(reference)));
    }

    /** The ratio times and over the share of errors of its logarithm that samples stay within. */
    private Optional<Interval> interval(int group, int reference, double value) {
      if (group == reference || column.replicates().isEmpty()) {
        return Optional.empty();
      }
      Replicates drawn = column.replicates().get();
      double[] one = drawn.logarithms().groups()[group];
      double[] other = drawn.logarithms().groups()[reference];
      double[] distances =
          IntStream.range(0, one.length).mapToDouble(r -> Math.abs(one[r] - other[r])).toArray();
      double factor = Math.exp(Errors.reach(distances, confidence));
      double centre = drawn.centres()[group] / drawn.centres()[reference];
      return Optional.of(
          new Interval(centre / factor, centre * factor)
              .around(value, 0, Double.POSITIVE_INFINITY));
    }
  }
}
