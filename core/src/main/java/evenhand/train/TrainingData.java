package evenhand.train;

import evenhand.columns.ColumnReview;
import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tables, and what their columns mean.
 *
 * @param table split into training and validation rows
 * @param test only ever measured
 * @param trusted rows whose labels and shares are as they should be; empty: a method that asks for
 *     such takes some of the training rows
 * @param outcome the label
 * @param groups whose gaps are required or watched
 * @param intersection whether the intersection of all group columns is watched too
 * @param features columns the model sees, in order
 * @param weight column of row weights; empty: every row counts once
 * @param weightMeaning what the weights are for
 * @param start a saved model to go on from; empty: from nothing
 * @param review how the columns were understood; of none where nobody looked
 */
public record TrainingData(
    Table table,
    Optional<Table> test,
    Optional<Table> trusted,
    Outcome outcome,
    List<GroupColumn> groups,
    Intersection intersection,
    List<String> features,
    Optional<String> weight,
    WeightMeaning weightMeaning,
    Optional<Start> start,
    ColumnReview review) {

  /** Without trusted rows, from nothing. */
  public TrainingData(
      Table table,
      Optional<Table> test,
      Outcome outcome,
      List<GroupColumn> groups,
      Intersection intersection,
      List<String> features,
      Optional<String> weight,
      WeightMeaning weightMeaning) {
    this(
        table,
        test,
        Optional.empty(),
        outcome,
        groups,
        intersection,
        features,
        weight,
        weightMeaning,
        Optional.empty(),
        ColumnReview.NONE);
  }

  public TrainingData {
    groups = List.copyOf(groups);
    features =
        start.isPresent() ? start.get().requireSame(features, outcome) : List.copyOf(features);
    if (features.isEmpty()) {
      throw new DataException(
          "%s has no column left to learn from; evenhand train DATA --columns shows what each is"
              .formatted(table.origin()));
    }
    if (features.contains(outcome.column())) {
      throw new DataException("the label %s can't be a feature".formatted(outcome.column()));
    }
    features.forEach(table::column);
    if (test.isPresent()) {
      features.forEach(test.get()::column);
      test.get().column(outcome.column());
    }
    if (trusted.isPresent()) {
      features.forEach(trusted.get()::column);
      trusted.get().column(outcome.column());
    }
  }

  /** The same, with rows to trust. */
  public TrainingData trusting(Table rows) {
    return new TrainingData(
        table,
        test,
        Optional.of(rows),
        outcome,
        groups,
        intersection,
        features,
        weight,
        weightMeaning,
        start,
        review);
  }

  /**
   * The same, from a saved model, whose order the features take.
   *
   * @throws DataException when the model has other feature columns, or another outcome
   */
  public TrainingData from(Start saved) {
    return new TrainingData(
        table,
        test,
        trusted,
        outcome,
        groups,
        intersection,
        features,
        weight,
        weightMeaning,
        Optional.of(saved),
        review);
  }

  /** The same, its columns understood in that way. */
  public TrainingData understood(ColumnReview given) {
    return new TrainingData(
        table,
        test,
        trusted,
        outcome,
        groups,
        intersection,
        features,
        weight,
        weightMeaning,
        start,
        given);
  }

  /** Whether an attribute such as {@code sex&race} joins the group columns. */
  public enum Intersection {
    NONE,
    OF_ALL
  }

  /**
   * The attributes whose gaps are measured: the group columns, and their intersection if wanted.
   */
  public List<String> attributes() {
    List<String> names = new ArrayList<>(groups.stream().map(GroupColumn::column).toList());
    if (isCrossed()) {
      names.add(Groups.crossed(List.copyOf(names)));
    }
    return names;
  }

  /**
   * The attribute that a requirement names: one of {@link #attributes}, or an intersection of them
   * whose columns need no quotes to be told apart.
   *
   * @throws DataException when there is no such attribute
   */
  String attribute(String named, Object asked) {
    List<String> all = attributes();
    List<String> columns = groups.stream().map(GroupColumn::column).toList();
    List<String> meant = Groups.attributes(named, columns);
    String attribute = all.contains(named) || meant.isEmpty() ? named : Groups.crossed(meant);
    if (!all.contains(attribute)) {
      throw new DataException(
          "the requirement %s names no group that is given with --group; there are %s"
              .formatted(asked, String.join(", ", all)));
    }
    return attribute;
  }

  private boolean isCrossed() {
    return intersection == Intersection.OF_ALL && groups.size() > 1;
  }

  /** The partitions of one of the tables; groups known from training keep their codes. */
  List<Groups> groupsOf(Table which, List<Groups> known) {
    List<Groups> partitions = new ArrayList<>();
    groups.forEach(group -> partitions.add(group.of(which)));
    if (isCrossed()) {
      partitions.add(Groups.cross(List.copyOf(partitions)));
    }
    if (!known.isEmpty()) {
      for (int a = 0; a < partitions.size(); a++) {
        partitions.set(a, partitions.get(a).after(known.get(a).names()));
      }
    }
    return partitions;
  }

  /** Row weights, finite and ≥ 0, not all 0. */
  double[] weightsOf(Table which) {
    if (weight.isPresent()) {
      return which.weights(weight.get());
    }
    double[] ones = new double[which.rows()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
