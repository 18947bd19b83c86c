package evenhand.audit;

import evenhand.data.Groups;
import evenhand.metric.DecisionCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Decisions without outcomes: how many of each group were accepted, and nothing else. */
final class MeasuredDecisions implements Measured {

  private final DecidedOutcomes outcomes;
  private final AuditOptions options;
  private final List<DecisionCounts> counts;

  MeasuredDecisions(DecidedOutcomes outcomes, List<Groups> attributes, AuditOptions options) {
    this.outcomes = outcomes;
    this.options = options;
    this.counts = DecisionCounts.of(outcomes.decisions(), outcomes.weights(), attributes);
  }

  @Override
  public CellTable table(int attribute) {
    return CellTable.of(counts.get(attribute));
  }

  @Override
  public List<MetricColumn> columns(int attribute, int replicates, RandomGenerator random) {
    return measure(table(attribute), replicates, random);
  }

  @Override
  public List<MetricColumn> overall(int replicates, RandomGenerator random) {
    return measure(table(0).pooled(), replicates, random);
  }

  private List<MetricColumn> measure(CellTable table, int replicates, RandomGenerator random) {
    return new CellColumns(table, replicates, options, random)
        .measure(List.of(CellReading.ofDecisions()));
  }

  @Override
  public List<CellReading> decided() {
    return List.of(CellReading.ofDecisions());
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    Measured.weightNote(outcomes).ifPresent(notes::add);
    Measured.shareNote(outcomes.decisions()).ifPresent(notes::add);
    notes.add("Intervals of rates are Wilson's.");
    notes.add(Measured.gapNote(options));
    return notes;
  }
}
