package evenhand.audit;

import evenhand.metric.Interval;
import evenhand.metric.Statistic;
import evenhand.parity.Comparison;
import evenhand.parity.Gap;
import evenhand.parity.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How often intervals of a gap hold the true one: ours beside the textbook's three. Samples are
 * drawn from groups whose selection, true and false positive rates go evenly from {@code base} to
 * {@code base + gap}.
 */
final class CoverageStudy {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  enum Method {
    PERCENTILE,
    BASIC,
    BIAS_CORRECTED,
    OURS
  }

  /** What is measured: of several statistics the worst gap. */
  enum Measure {
    SELECTION_DIFFERENCE(Kind.DIFFERENCE, Statistic.SELECTION_RATE),
    SELECTION_RATIO(Kind.RATIO, Statistic.SELECTION_RATE),
    EQUALIZED_ODDS(Kind.DIFFERENCE, Statistic.TRUE_POSITIVE_RATE, Statistic.FALSE_POSITIVE_RATE);

    private final Kind kind;
    private final List<Statistic> statistics;

    Measure(Kind kind, Statistic... statistics) {
      this.kind = kind;
      this.statistics = List.of(statistics);
    }
  }

  /** k groups of as many rows each. */
  record Setting(Measure measure, int groups, int rows, double base, double gap) {

    double rate(int group) {
      return base + gap * group / (groups - 1);
    }

    double truth() {
      return measure.kind == Kind.RATIO ? base / (base + gap) : gap;
    }
  }

  /** Share of samples whose interval holds the truth, and the mean width. */
  record Outcome(double coverage, double width) {}

  private final Setting setting;
  private final int samples;
  private final int replicates;
  private final SplittableRandom random;

  CoverageStudy(Setting setting, int samples, int replicates, long seed) {
    this.setting = setting;
    this.samples = samples;
    this.replicates = replicates;
    this.random = new SplittableRandom(seed);
  }

  /** All four methods. */
  Map<Method, Outcome> run() {
    return run(true);
  }

  /** Ours alone. */
  Outcome ours() {
    return Objects.requireNonNull(run(false).get(Method.OURS));
  }

  private Map<Method, Outcome> run(boolean textbook) {
    Map<Method, double[]> sums = new EnumMap<>(Method.class);
    for (int sample = 0; sample < samples; sample++) {
      CellTable table = draw();
      for (Map.Entry<Method, Interval> entry : intervals(table, textbook).entrySet()) {
        double[] sum = sums.computeIfAbsent(entry.getKey(), method -> new double[2]);
        Interval interval = entry.getValue();
        boolean holds =
            interval.low() <= setting.truth() + 1e-12 && interval.high() >= setting.truth() - 1e-12;
        sum[0] += holds ? 1.0 / samples : 0;
        sum[1] += (interval.high() - interval.low()) / samples;
      }
    }
    Map<Method, Outcome> outcomes = new EnumMap<>(Method.class);
    sums.forEach((method, sum) -> outcomes.put(method, new Outcome(sum[0], sum[1])));
    return outcomes;
  }

  private CellTable draw() {
    double[][] cells = new double[setting.groups()][4];
    long[] rows = new long[setting.groups()];
    for (int g = 0; g < cells.length; g++) {
      double rate = setting.rate(g);
      double[] probabilities = {0.6 * (1 - rate), 0.6 * rate, 0.4 * (1 - rate), 0.4 * rate};
      BinomialDraw.multinomial(setting.rows(), probabilities, random, cells[g], 0);
      rows[g] = setting.rows();
    }
    return new CellTable(rows, cells, cells);
  }

  private Map<Method, Interval> intervals(CellTable table, boolean textbook) {
    Map<Method, Interval> intervals = new EnumMap<>(Method.class);
    Optional<Double> value = gap(table.cells());
    if (value.isEmpty()) {
      return intervals;
    }
    intervals.put(Method.OURS, ours(table));
    if (!textbook) {
      return intervals;
    }
    double[] redrawn = redrawn(table, value.get());
    double z0 = z0(redrawn, value.get());
    put(intervals, Method.PERCENTILE, value.get(), at(redrawn, 0.025), at(redrawn, 0.975));
    put(
        intervals,
        Method.BASIC,
        value.get(),
        2 * value.get() - at(redrawn, 0.975),
        2 * value.get() - at(redrawn, 0.025));
    put(
        intervals,
        Method.BIAS_CORRECTED,
        value.get(),
        at(redrawn, NORMAL.cumulativeProbability(2 * z0 - 1.96)),
        at(redrawn, NORMAL.cumulativeProbability(2 * z0 + 1.96)));
    return intervals;
  }

  private static void put(
      Map<Method, Interval> intervals, Method method, double value, double low, double high) {
    intervals.put(
        method, new Interval(Math.min(low, value), Math.max(high, value)).around(value, 0, 1));
  }

  private Interval ours(CellTable table) {
    AuditOptions options = AuditOptions.defaults().withReplicates(replicates);
    CellColumns columns = new CellColumns(table, replicates, options, random.split());
    List<String> names = IntStream.range(0, setting.groups()).mapToObj(g -> "group " + g).toList();
    List<GapFigures> gaps = new ArrayList<>();
    for (Statistic statistic : setting.measure().statistics) {
      MetricColumn column = columns.measure(List.of(CellReading.of(statistic))).get(0);
      int[] all = IntStream.range(0, setting.groups()).toArray();
      Measurement overall = Measurement.withoutInterval(0.5, Measurement.NO_ERROR);
      gaps.add(
          new Gaps(names, all, column, overall)
              .of(Comparison.BETWEEN_GROUPS, setting.measure().kind));
    }
    return GapFigures.worst(gaps, setting.measure().kind)
        .interval(setting.measure().kind, 0.95)
        .orElseThrow();
  }

  /** The gap of samples drawn from the sample, ascending. */
  private double[] redrawn(CellTable table, double otherwise) {
    double[] gaps = new double[replicates];
    double[][] cells = new double[setting.groups()][4];
    for (int r = 0; r < replicates; r++) {
      for (int g = 0; g < cells.length; g++) {
        double[] shares =
            Arrays.stream(table.cells()[g]).map(count -> count / setting.rows()).toArray();
        BinomialDraw.multinomial(setting.rows(), shares, random, cells[g], 0);
      }
      gaps[r] = gap(cells).orElse(otherwise);
    }
    Arrays.sort(gaps);
    return gaps;
  }

  private Optional<Double> gap(double[][] cells) {
    List<Double> gaps = new ArrayList<>();
    for (Statistic statistic : setting.measure().statistics) {
      if (Arrays.stream(cells).anyMatch(group -> statistic.of(group).value().isEmpty())) {
        return Optional.empty();
      }
      double[] values =
          Arrays.stream(cells)
              .mapToDouble(group -> statistic.of(group).value().orElseThrow())
              .toArray();
      Gap.of(values, 0, Comparison.BETWEEN_GROUPS, setting.measure().kind).ifPresent(gaps::add);
    }
    return setting.measure().kind == Kind.RATIO
        ? gaps.stream().min(Double::compare)
        : gaps.stream().max(Double::compare);
  }

  private static double at(double[] sorted, double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, Math.min(sorted.length - 1, index))];
  }

  private static double z0(double[] sorted, double value) {
    double below = Arrays.stream(sorted).map(one -> one < value ? 1 : one == value ? 0.5 : 0).sum();
    double edge = 0.5 / sorted.length;
    return NORMAL.inverseCumulativeProbability(
        Math.max(edge, Math.min(1 - edge, below / sorted.length)));
  }

  /** Prints the whole table: {@code java … evenhand.audit.CoverageStudy [SAMPLES [REPLICATES]]}. */
  public static void main(String[] arguments) {
    int samples = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    int replicates = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
    System.out.println("measure | groups | rows | base | gap | coverage (mean width) by method");
    for (Measure measure : Measure.values()) {
      for (int groups : new int[] {2, 5}) {
        for (int rows : new int[] {50, 500, 5000}) {
          for (double base : new double[] {0.3, 0.05}) {
            for (double gap : new double[] {0, 0.03, 0.3}) {
              Setting setting = new Setting(measure, groups, rows, base, gap);
              StringBuilder line = new StringBuilder();
              new CoverageStudy(setting, samples, replicates, 1)
                  .run()
                  .forEach(
                      (method, outcome) ->
                          line.append(
                              String.format(
                                  Locale.ROOT,
                                  " %s %.3f (%.3f)",
                                  method,
                                  outcome.coverage(),
                                  outcome.width())));
              System.out.printf(
                  Locale.ROOT,
                  "%s | %d | %d | %s | %s |%s%n",
                  measure,
                  groups,
                  rows,
                  base,
                  gap,
                  line);
            }
          }
        }
      }
    }
  }
}
