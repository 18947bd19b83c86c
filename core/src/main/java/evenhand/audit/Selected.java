package evenhand.audit;

import evenhand.metric.Rate;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The selection rates of the groups of one attribute.
 *
 * @param names of the groups
 * @param compared which of them are, ascending
 * @param reading of the selection rate
 * @param table cells of the groups
 * @param columns every metric of the groups
 */
record Selected(
    List<String> names,
    int[] compared,
    CellReading reading,
    CellTable table,
    List<MetricColumn> columns) {

  ImpactRatios impactRatios(References.Choice choice, double confidence) {
    return ImpactRatios.of(names, compared, reading, table, column(), choice, confidence);
  }

  /** Over the groups that are compared and known. */
  FourFifths fourFifths(double confidence) {
    int[] known = IntStream.of(compared).filter(g -> !UnknownGroup.is(names.get(g))).toArray();
    if (known.length == 0) {
      return FourFifths.withoutVerdict("there is no group");
    }
    Measurement unread = Measurement.without("not read between groups");
    GapFigures figures =
        new Gaps(names, known, column(), unread).of(Comparison.BETWEEN_GROUPS, Kind.RATIO);
    List<Rate> rates = new ArrayList<>();
    double[] person = new double[known.length];
    for (int j = 0; j < known.length; j++) {
      Rate rate = reading.rate().orElseThrow().apply(table.cells()[known[j]]);
      rates.add(rate);
      person[j] = rate.trials() / table.rows()[known[j]];
    }
    if (rates.stream().noneMatch(rate -> rate.hits() > 0)) {
      return FourFifths.withoutVerdict("undefined: nobody is selected in any group");
    }
    if (figures.reason().isPresent()) {
      String others =
          figures.amongSufficient().isEmpty()
              ? ""
              : String.format(
                  Locale.ROOT, "; %.4f among the others", figures.amongSufficient().getAsDouble());
      return FourFifths.withoutVerdict(figures.reason().get() + others);
    }
    Comparator<Integer> byRate =
        Comparator.comparingDouble(j -> rates.get(j).value().orElseThrow());
    int low = IntStream.range(0, known.length).boxed().min(byRate).orElseThrow();
    int high =
        IntStream.range(0, known.length)
            .boxed()
            .max(byRate.thenComparing(Comparator.reverseOrder()))
            .orElseThrow();
    boolean even = byRate.compare(low, high) == 0;
    return FourFifths.of(rates, person)
        .with(
            figures.interval(Kind.RATIO, confidence),
            even ? Optional.empty() : Optional.of(names.get(known[low])),
            even ? Optional.empty() : Optional.of(names.get(known[high])));
  }

  private MetricColumn column() {
    return columns.stream()
        .filter(column -> column.id().equals(reading.id()))
        .findFirst()
        .orElseThrow();
  }
}
