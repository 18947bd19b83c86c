package evenhand.threshold;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.metric.Ascending;
import evenhand.metric.Tally;
import evenhand.parity.Condition;
import evenhand.parity.Constraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Scored rows in their cells, the combinations of all attributes' groups that occur, sorted once.
 * Everything that is required or wanted of thresholds depends on the accepted shares alone: of cell
 * c and label y at 2c + y.
 */
final class JointCells {

  private final ThresholdSample rows;
  private final Groups cells;

  /** By decreasing score. */
  private final Sorted sorted;

  /** Weight by cell and label, shape [2k]. */
  private final double[] totals;

  /** Weight by label. */
  private final double[] labelTotals;

  /** One row for each cell and label, which weighs what its rows weigh. */
  private final Sample summary;

  private JointCells(ThresholdSample rows, Groups cells) {
    this.rows = rows;
    this.cells = cells;
    this.totals = new double[2 * size()];
    int[] first = new int[size()];
    for (int i = rows.size() - 1; i >= 0; i--) {
      totals[2 * cells.codes()[i] + rows.labels()[i]] += rows.weights()[i];
      first[cells.codes()[i]] = i;
    }
    double[] everyone = new double[totals.length];
    Arrays.fill(everyone, 1);
    this.labelTotals = accepted(everyone);
    this.summary = summary(first);
    this.sorted = sorted(rows, cells);
  }

  /**
   * Rows by decreasing score.
   *
   * @param slots 2c + y of cell and label
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Sorted(double[] scores, int[] slots, double[] weights) {}

  private static Sorted sorted(ThresholdSample rows, Groups cells) {
    int[] order = Ascending.order(rows.scores());
    int n = order.length;
    Sorted sorted = new Sorted(new double[n], new int[n], new double[n]);
    for (int i = 0; i < n; i++) {
      int row = order[n - 1 - i];
      sorted.scores()[i] = rows.scores()[row];
      sorted.slots()[i] = 2 * cells.codes()[row] + rows.labels()[row];
      sorted.weights()[i] = rows.weights()[row];
    }
    return sorted;
  }

  static JointCells of(ThresholdSample rows) {
    List<Groups> used =
        rows.groups().stream()
            .map(
                groups ->
                    Arrays.stream(groups.counts()).anyMatch(count -> count == 0)
                        ? groups.withoutEmpty()
                        : groups)
            .toList();
    ThresholdSample named = new ThresholdSample(rows.scores(), rows.labels(), rows.weights(), used);
    return new JointCells(named, used.size() == 1 ? used.get(0) : Groups.cross(used));
  }

  private Sample summary(int[] first) {
    int[] rowOf = new int[2 * size()];
    int[] labels = new int[2 * size()];
    for (int slot = 0; slot < rowOf.length; slot++) {
      rowOf[slot] = first[slot / 2];
      labels[slot] = slot & 1;
    }
    List<Groups> attributes = rows.groups().stream().map(groups -> groups.select(rowOf)).toList();
    return new Sample(
        new DenseMatrix(rowOf.length, 0, new float[0]), labels, totals, totals, attributes);
  }

  /** k: the number of cells. */
  int size() {
    return cells.names().size();
  }

  List<String> attributes() {
    return rows.groups().stream().map(Groups::attribute).toList();
  }

  /** The group of each attribute that makes up a cell. */
  List<String> groupsOf(int cell) {
    return summary.groups().stream()
        .map(groups -> groups.names().get(groups.codes()[2 * cell]))
        .toList();
  }

  String name(int cell) {
    return cells.names().get(cell);
  }

  int[] counts() {
    return cells.counts();
  }

  double[] totals() {
    return totals;
  }

  Sorted sorted() {
    return sorted;
  }

  /** The curve of each cell. */
  List<RocCurve> curves() {
    int[] counts = counts();
    List<Sorted> own = new ArrayList<>();
    for (int count : counts) {
      own.add(new Sorted(new double[count], new int[count], new double[count]));
    }
    int[] next = new int[size()];
    for (int i = 0; i < sorted.scores().length; i++) {
      int c = sorted.slots()[i] / 2;
      Sorted cell = own.get(c);
      int at = next[c]++;
      cell.scores()[at] = sorted.scores()[i];
      cell.slots()[at] = sorted.slots()[i];
      cell.weights()[at] = sorted.weights()[i];
    }
    return own.stream().map(RocCurve::of).toList();
  }

  /** Each condition on one attribute, in the order given. */
  List<Condition> ofEachAttribute(List<Condition> conditions) {
    List<Condition> each = new ArrayList<>();
    for (Condition condition : conditions) {
      if (condition.attribute().isPresent()) {
        groups(condition);
        each.add(condition);
      } else {
        attributes().forEach(name -> each.add(condition.of(name)));
      }
    }
    return each;
  }

  /** Inequalities on the accepted shares. */
  Constraint constraint(Condition condition) {
    Sample sample =
        new Sample(
            summary.features(),
            summary.labels(),
            summary.weights(),
            summary.parityWeights(),
            List.of(groups(condition)));
    return condition.on(sample);
  }

  /** The condition's number at these accepted shares. */
  Tally tally(Condition condition, double[] shares) {
    return Tally.of(summary.labels(), shares, Optional.of(totals), List.of(groups(condition)))
        .get(0);
  }

  /** The partition of the summary's rows that a condition names, possibly an intersection. */
  Groups groups(Condition condition) {
    return ThresholdSample.named(condition.attribute().orElseThrow(), summary.groups());
  }

  /** Weight of one cell's rows with label y and decision d at 2y + d, shape [4]. */
  double[] decided(int cell, double[] shares) {
    double[] four = new double[4];
    for (int label = 0; label <= 1; label++) {
      double total = totals[2 * cell + label];
      four[2 * label + 1] = total * shares[2 * cell + label];
      four[2 * label] = total - four[2 * label + 1];
    }
    return four;
  }

  /** Accepted weight of each label over all cells, shape [2]. */
  double[] accepted(double[] shares) {
    double[] accepted = new double[2];
    for (int slot = 0; slot < totals.length; slot++) {
      accepted[slot & 1] += totals[slot] * shares[slot];
    }
    return accepted;
  }

  /** Weight of each label over all cells, shape [2]. */
  double[] labelTotals() {
    return labelTotals;
  }
}
