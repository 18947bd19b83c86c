package evenhand.audit;

import evenhand.data.Groups;
import evenhand.metric.Estimates;
import evenhand.metric.MeanMetric;
import evenhand.metric.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Outcomes that are numbers: means of predictions and of their errors. */
final class MeasuredNumbers implements Measured {

  private static final List<MeanMetric> METRICS =
      List.of(MeanMetric.MEAN, MeanMetric.MAE, MeanMetric.MSE);

  private final NumericOutcomes outcomes;
  private final List<Groups> attributes;
  private final AuditOptions options;
  private final double[] weights;
  private final List<double[]> each;
  private final List<CellTable> tables;

  MeasuredNumbers(NumericOutcomes outcomes, List<Groups> attributes, AuditOptions options) {
    this.outcomes = outcomes;
    this.attributes = attributes;
    this.options = options;
    this.weights = outcomes.weights().orElseGet(() -> MeasuredBinary.ones(outcomes.size()));
    this.each =
        METRICS.stream()
            .map(metric -> metric.of(outcomes.labels(), outcomes.predictions()))
            .toList();
    int n = outcomes.size();
    this.tables =
        Tally.of(new int[n], new double[n], outcomes.weights(), attributes).stream()
            .map(CellTable::of)
            .toList();
  }

  @Override
  public CellTable table(int attribute) {
    return tables.get(attribute);
  }

  @Override
  public List<MetricColumn> columns(int attribute, int replicates, RandomGenerator random) {
    return measure(tables.get(attribute), attributes.get(attribute), replicates, random);
  }

  @Override
  public List<MetricColumn> overall(int replicates, RandomGenerator random) {
    Groups everyone = Measured.everyone(outcomes.size());
    return measure(tables.get(0).pooled(), everyone, replicates, random);
  }

  private List<MetricColumn> measure(
      CellTable table, Groups groups, int replicates, RandomGenerator random) {
    EstimateColumns columns = new EstimateColumns(table, replicates, options, random);
    List<MetricColumn> measured = new ArrayList<>();
    for (int m = 0; m < METRICS.size(); m++) {
      measured.add(columns.mean(METRICS.get(m), Estimates.ofMeans(each.get(m), weights, groups)));
    }
    return measured;
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    Measured.weightNote(outcomes).ifPresent(notes::add);
    notes.add("Intervals of mean, mae and mse are normal.");
    notes.add(Measured.gapNote(options));
    return notes;
  }
}
