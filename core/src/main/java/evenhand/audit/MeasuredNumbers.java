package evenhand.audit;

import evenhand.data.Groups;
import evenhand.metric.Estimates;
import evenhand.metric.MeanMetric;
import evenhand.metric.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

  MeasuredNumbers(NumericOutcomes outcomes, List<Groups> attributes, AuditOptions options) {
    this.outcomes = outcomes;
    this.attributes = attributes;
    this.options = options;
    this.weights = outcomes.weights().orElseGet(() -> MeasuredBinary.ones(outcomes.size()));
    this.each =
        METRICS.stream()
            .map(metric -> metric.of(outcomes.labels(), outcomes.predictions()))
            .toList();
  }

  @Override
  public long[] rows(int attribute) {
    return Arrays.stream(attributes.get(attribute).counts()).asLongStream().toArray();
  }

  @Override
  public List<MetricColumn> columns(int attribute, int replicates, RandomGenerator random) {
    return measure(attributes.get(attribute), replicates, random);
  }

  @Override
  public List<MetricColumn> overall(int replicates, RandomGenerator random) {
    return measure(Measured.everyone(outcomes.size()), replicates, random);
  }

  private List<MetricColumn> measure(Groups groups, int replicates, RandomGenerator random) {
    long[] rows = Arrays.stream(groups.counts()).asLongStream().toArray();
    EstimateColumns columns = new EstimateColumns(rows, replicates, options, random);
    List<MetricColumn> measured = new ArrayList<>();
    for (int m = 0; m < METRICS.size(); m++) {
      MeanMetric metric = METRICS.get(m);
      Estimates estimates = Estimates.ofMeans(each.get(m), weights, groups);
      double[] range = {metric.lowest(), metric.highest()};
      measured.add(columns.normal(metric.id(), estimates, range, "no row has weight"));
    }
    return measured;
  }

  @Override
  public Optional<Tally> decided(int attribute) {
    return Optional.empty();
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
