package evenhand.audit;

import evenhand.data.Groups;
import evenhand.metric.Auc;
import evenhand.metric.CalibrationBins;
import evenhand.metric.Estimates;
import evenhand.metric.MeanMetric;
import evenhand.metric.Statistic;
import evenhand.metric.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Binary outcomes: rates where there are decisions, and metrics of scores where there are scores.
 */
final class MeasuredBinary implements Measured {

  private final BinaryOutcomes outcomes;
  private final List<Groups> attributes;
  private final AuditOptions options;
  private final List<Tally> tallies;
  private final List<CellReading> readings;
  private final Optional<Scores> scores;

  MeasuredBinary(BinaryOutcomes outcomes, List<Groups> attributes, AuditOptions options) {
    this.outcomes = outcomes;
    this.attributes = attributes;
    this.options = options;
    double[] decisions = outcomes.decisions().orElseGet(() -> new double[outcomes.size()]);
    this.tallies = Tally.of(outcomes.labels(), decisions, outcomes.weights(), attributes);
    this.readings =
        outcomes.decisions().isPresent()
            ? CellReading.binary()
            : List.of(CellReading.of(Statistic.BASE_RATE));
    this.scores = outcomes.scores().map(given -> Scores.of(outcomes, given));
  }

  @Override
  public CellTable table(int attribute) {
    return CellTable.of(tallies.get(attribute));
  }

  @Override
  public List<MetricColumn> columns(int attribute, int replicates, RandomGenerator random) {
    return measure(table(attribute), () -> attributes.get(attribute), replicates, random);
  }

  @Override
  public List<MetricColumn> overall(int replicates, RandomGenerator random) {
    return measure(table(0).pooled(), () -> Measured.everyone(outcomes.size()), replicates, random);
  }

  private List<MetricColumn> measure(
      CellTable table, Supplier<Groups> groups, int replicates, RandomGenerator random) {
    List<MetricColumn> columns =
        new ArrayList<>(new CellColumns(table, replicates, options, random).measure(readings));
    scores.ifPresent(
        found ->
            columns.addAll(
                found.measure(
                    groups.get(), new EstimateColumns(table, replicates, options, random))));
    return columns;
  }

  @Override
  public List<CellReading> decided() {
    return outcomes.decisions().isEmpty()
        ? List.of()
        : PairTests.STATISTICS.stream().map(CellReading::of).toList();
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    Measured.weightNote(outcomes).ifPresent(notes::add);
    outcomes.decisions().flatMap(Measured::shareNote).ifPresent(notes::add);
    notes.add("Intervals of rates are Wilson's.");
    if (scores.isPresent()) {
      notes.add(
          "Intervals of auc are DeLong's, those of mean_score, log_loss and brier normal; ece has"
              + " 10 bins of equal width, and small groups overstate it.");
    }
    notes.add(Measured.gapNote(options));
    return notes;
  }

  /** Scores and what is made of each row once for all attributes. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Scores(Auc auc, double[][] inputs, List<MeanMetric> means, List<double[]> each) {

    static Scores of(BinaryOutcomes outcomes, double[] scores) {
      double[] labels = Arrays.stream(outcomes.labels()).asDoubleStream().toArray();
      double[] weights = outcomes.weights().orElseGet(() -> ones(labels.length));
      List<MeanMetric> means =
          List.of(MeanMetric.MEAN_SCORE, MeanMetric.LOG_LOSS, MeanMetric.BRIER);
      return new Scores(
          new Auc(outcomes.labels(), scores, weights),
          new double[][] {labels, scores, weights},
          means,
          means.stream().map(metric -> metric.of(labels, scores)).toList());
    }

    List<MetricColumn> measure(Groups groups, EstimateColumns columns) {
      double[] weights = inputs[2];
      List<MetricColumn> measured = new ArrayList<>();
      for (int m = 0; m < means.size(); m++) {
        measured.add(columns.mean(means.get(m), Estimates.ofMeans(each.get(m), weights, groups)));
      }
      measured.add(1, columns.auc(auc.of(groups)));
      measured.add(columns.calibration(CalibrationBins.of(inputs[0], inputs[1], weights, groups)));
      return measured;
    }
  }

  static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }
}
