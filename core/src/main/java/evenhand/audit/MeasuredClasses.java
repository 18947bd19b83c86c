package evenhand.audit;

import evenhand.data.Groups;
import evenhand.metric.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Outcomes of several classes: every class in a group is counted as a group of its own. */
final class MeasuredClasses implements Measured {

  private final ClassOutcomes outcomes;
  private final AuditOptions options;
  private final List<CellTable> tables;
  private final List<CellReading> readings;

  MeasuredClasses(ClassOutcomes outcomes, List<Groups> attributes, AuditOptions options) {
    this.outcomes = outcomes;
    this.options = options;
    int n = outcomes.size();
    int[] counted = new int[n];
    double[] hits = new double[n];
    for (int i = 0; i < n; i++) {
      counted[i] = 1;
      hits[i] = outcomes.labels()[i] == outcomes.decisions()[i] ? 1 : 0;
    }
    List<Groups> byClass = attributes.stream().map(this::withClasses).toList();
    int classes = outcomes.classes().size();
    this.tables =
        Tally.of(counted, hits, outcomes.weights(), byClass).stream()
            .map(tally -> CellTable.ofClasses(tally, classes))
            .toList();
    this.readings = CellReading.ofClasses(outcomes.classes());
  }

  /** Of group g and class c at g·classes + c, whether it occurs or not. */
  private Groups withClasses(Groups groups) {
    int classes = outcomes.classes().size();
    List<String> names = new ArrayList<>();
    for (String group : groups.names()) {
      for (String name : outcomes.classes()) {
        names.add(Groups.crossed(List.of(group, name)));
      }
    }
    int[] codes = new int[groups.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = classes * groups.codes()[i] + outcomes.labels()[i];
    }
    return new Groups(groups.attribute(), names, codes);
  }

  @Override
  public CellTable table(int attribute) {
    return tables.get(attribute);
  }

  @Override
  public List<MetricColumn> columns(int attribute, int replicates, RandomGenerator random) {
    return new CellColumns(tables.get(attribute), replicates, options, random).measure(readings);
  }

  @Override
  public List<MetricColumn> overall(int replicates, RandomGenerator random) {
    return new CellColumns(tables.get(0).pooled(), replicates, options, random).measure(readings);
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    Measured.weightNote(outcomes).ifPresent(notes::add);
    notes.add("Intervals of accuracy and recall are Wilson's.");
    notes.add(
        "tprd is the largest minus the smallest recall, max_fnr one minus the smallest, of the"
            + " classes that occur in the group.");
    notes.add(Measured.gapNote(options));
    return notes;
  }
}
