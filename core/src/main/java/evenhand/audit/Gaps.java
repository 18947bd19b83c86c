package evenhand.audit;

import evenhand.parity.Comparison;
import evenhand.parity.Gap;
import evenhand.parity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Measures the gaps of one metric between the groups of one attribute.
 *
 * @param names of the groups
 * @param compared which of them, ascending, at least one
 * @param column the metric of each
 * @param overall the metric of all rows
 */
record Gaps(List<String> names, int[] compared, MetricColumn column, Measurement overall) {

  private static final int NAMED = 3;

  GapFigures of(Comparison comparison, Kind kind) {
    int[] enough = IntStream.of(compared).filter(g -> value(g).isPresent()).toArray();
    Optional<String> missing = missing();
    if (enough.length < (comparison == Comparison.WORST_GROUP ? 1 : 2)) {
      return GapFigures.none(missing.orElse("there is only one group"));
    }
    if (comparison == Comparison.TO_OVERALL && overall.value().isEmpty()) {
      return GapFigures.none(
          Measurement.INSUFFICIENT + "all rows: " + lacking(overall.reason().orElseThrow()));
    }
    double[] values = IntStream.of(enough).mapToDouble(g -> value(g).orElseThrow()).toArray();
    if (kind == Kind.RATIO && IntStream.of(enough).anyMatch(g -> value(g).orElseThrow() < 0)) {
      return GapFigures.none("undefined: a ratio needs values of at least 0");
    }
    double all = overall.value().orElse(0);
    OptionalDouble gap = Gap.of(values, all, comparison, kind);
    if (gap.isEmpty()) {
      return GapFigures.none("undefined: the ratio of 0 to 0");
    }
    List<String> worst =
        IntStream.of(Gap.makers(values, all, comparison, kind))
            .mapToObj(maker -> names.get(enough[maker]))
            .toList();
    Optional<String> undrawn = undrawn(enough, comparison, kind);
    return new GapFigures(
        gap,
        missing,
        worst.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", worst)),
        undrawn.isPresent()
            ? Optional.empty()
            : column.replicates().map(found -> drawn(found, enough, comparison, kind)),
        undrawn);
  }

  /** Why other samples are not known: one of the values compared tells nothing of its error. */
  private Optional<String> undrawn(int[] enough, Comparison comparison, Kind kind) {
    Optional<String> errorless =
        IntStream.of(enough)
            .mapToObj(column.groups()::get)
            .flatMap(measured -> measured.withoutInterval().stream())
            .findFirst();
    if (column.replicates().isEmpty() || errorless.isPresent()) {
      return errorless.or(() -> Optional.of(Measurement.NO_ERROR));
    }
    if (kind == Kind.DIFFERENCE) {
      return Optional.empty();
    }
    Replicates replicates = column.replicates().get();
    Optional<String> drowned =
        IntStream.of(enough)
            .filter(g -> replicates.isDrowned(g))
            .mapToObj(names::get)
            .findFirst()
            .or(
                () ->
                    comparison == Comparison.TO_OVERALL && replicates.isOverallDrowned()
                        ? Optional.of("all rows")
                        : Optional.empty());
    return drowned.map("no interval: the value of %s is far below its own error"::formatted);
  }

  private OptionalDouble value(int group) {
    return column.groups().get(group).value();
  }

  /** Which groups lack evidence and why, the first few of them by name. */
  private Optional<String> missing() {
    List<String> each = new ArrayList<>();
    for (int g : compared) {
      String name = names.get(g);
      column.groups().get(g).reason().ifPresent(reason -> each.add(name + ": " + lacking(reason)));
    }
    if (each.isEmpty()) {
      return Optional.empty();
    }
    String named = String.join("; ", each.subList(0, Math.min(NAMED, each.size())));
    String others =
        each.size() <= NAMED ? "" : "; and %d more groups".formatted(each.size() - NAMED);
    return Optional.of(Measurement.INSUFFICIENT + named + others);
  }

  private static String lacking(String reason) {
    return reason.substring(Measurement.INSUFFICIENT.length());
  }

  private GapFigures.Drawn drawn(
      Replicates replicates, int[] enough, Comparison comparison, Kind kind) {
    double[] errors = replicates.errors(kind).gaps(enough, comparison);
    if (kind == Kind.RATIO) {
      double[] centres = IntStream.of(enough).mapToDouble(g -> replicates.centres()[g]).toArray();
      double centre = Gap.of(centres, replicates.overallCentre(), comparison, kind).orElse(1);
      return new GapFigures.Drawn(centre, errors, 0, 1);
    }
    boolean worstGroup = comparison == Comparison.WORST_GROUP;
    return new GapFigures.Drawn(
        0,
        errors,
        worstGroup ? column.lowest() : 0,
        worstGroup ? column.highest() : column.highest() - column.lowest());
  }
}
