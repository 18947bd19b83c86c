package evenhand.train;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.learner.KeyedDraw;
import evenhand.threshold.ThresholdRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What turns the scores of a table into decisions.
 *
 * @param groups the columns that the thresholds ask for; none where they are shared
 * @param rule which scores are accepted
 * @param draw takes the chance out of it
 */
public record ThresholdStage(List<GroupColumn> groups, ThresholdRule rule, KeyedDraw draw) {

  public ThresholdStage {
    groups = List.copyOf(groups);
  }

  /**
   * @param acceptance probabilities, shape [n]
   * @param decisions shape [n], each 0 or 1
   * @param notes sentences about rows in combinations of groups that were not fitted
   */
  public record Decided(double[] acceptance, int[] decisions, List<String> notes) {}

  /** Decides on rows; the same row gets the same decision every time. */
  public Decided decide(ScoredTable rows) {
    List<Groups> partitions = groups.stream().map(group -> group.of(rows.table())).toList();
    Map<String, Integer> unknown = new TreeMap<>();
    double[] acceptance =
        rule.acceptance(
            rows.scores(),
            partitions,
            (row, names) -> unknown.merge(String.join(Groups.CROSS, names), 1, Integer::sum));
    List<String> notes = new ArrayList<>();
    unknown.forEach(
        (name, count) ->
            notes.add(
                "%s: no fitting row is of %s %s; %d such %s decided by the single threshold that is best for all"
                    .formatted(
                        rows.table().origin(),
                        String.join(Groups.CROSS, rule.attributes()),
                        name,
                        count,
                        count == 1 ? "row is" : "rows are")));
    int[] decisions = KeyedDraw.decide(rows.draws().under(draw), acceptance);
    return new Decided(acceptance, decisions, notes);
  }

  /**
   * The table with {@code decision}, in the label's own values, and where chance takes part the
   * {@code probability} of acceptance.
   *
   * @param outcome what the decisions say
   * @throws DataException when the table has a column of one of these names
   */
  public Table withDecisions(Table table, Outcome outcome, Decided decided) {
    for (String added : List.of("decision", "probability")) {
      if (table.has(added)) {
        throw new DataException(
            "%s has a column %s already, the name of one that thresholds add; rename it"
                .formatted(table.origin(), added));
      }
    }
    List<String> levels = Stream.of(outcome.negative(), outcome.positive()).sorted().toList();
    int positive = levels.indexOf(outcome.positive());
    int[] codes = new int[table.rows()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = decided.decisions()[i] == 1 ? positive : 1 - positive;
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(new Column.Categorical("decision", levels, codes));
    if (rule.isRandomised()) {
      columns.add(new Column.Numeric("probability", decided.acceptance()));
    }
    return new Table(table.origin(), columns, table.rows());
  }
}
