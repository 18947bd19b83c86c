package evenhand.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.learner.KeyedDraw;
import evenhand.learner.SharedDraws;
import evenhand.threshold.ThresholdRule;
import evenhand.threshold.ThresholdRuleJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Thresholds on the scores of a table's rows: of a model's, as calibrated where they are, or of any
 * column's.
 *
 * @param groupColumns that the thresholds ask for; none where they are shared
 * @param rule which scores are accepted
 * @param draw takes the chance out of it
 * @param drawn the columns whose values make a row's draw; those a table lacks count as missing
 */
public record ThresholdStage(
    List<GroupColumn> groupColumns, ThresholdRule rule, KeyedDraw draw, List<String> drawn)
    implements Stage {

  static final String ID = "thresholds";

  private static final int MOST_COLUMNS = 100_000;

  public ThresholdStage {
    groupColumns = List.copyOf(groupColumns);
    drawn = List.copyOf(drawn);
    if (!groupColumns.stream().map(GroupColumn::column).toList().equals(rule.attributes())) {
      throw new DataException(
          "thresholds by %s can't be read from the columns %s"
              .formatted(rule.attributes(), groupColumns));
    }
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean isRandomised() {
    return rule.isRandomised();
  }

  @Override
  public Predictions after(Predictions before, Table table) {
    Decided decided = decide(table, before.probabilities());
    return before.withDecisions(decided.decisions(), decided.acceptance(), decided.remarks());
  }

  /**
   * @param acceptance probabilities, shape [n]
   * @param decisions shape [n], each 0 or 1
   * @param remarks sentences about rows in combinations of groups that were not fitted
   */
  public record Decided(double[] acceptance, int[] decisions, List<String> remarks) {}

  /**
   * Decides on rows; the same row gets the same decision every time.
   *
   * @param scores shape [table.rows()]
   */
  public Decided decide(Table table, double[] scores) {
    List<Groups> partitions = groupColumns.stream().map(group -> group.of(table)).toList();
    Accepted accepted = accept(table.origin(), scores, partitions);
    double[] draws = draw.of(identities(table, drawn));
    int[] decisions = KeyedDraw.decide(draws, accepted.acceptance());
    List<String> remarks = new ArrayList<>(accepted.remarks());
    SharedDraws.remark(table.origin(), draws, accepted.acceptance(), toldBy())
        .ifPresent(remarks::add);
    return new Decided(accepted.acceptance(), decisions, remarks);
  }

  private String toldBy() {
    return drawn.size() == 1
        ? "the column %s alone, and --id names another".formatted(drawn.get(0))
        : "their values in %d columns, and --id names one that tells them apart"
            .formatted(drawn.size());
  }

  /** The same thresholds, that tell rows apart where chance decides by one column alone. */
  ThresholdStage drawnBy(String column) {
    return new ThresholdStage(groupColumns, rule, draw, List.of(column));
  }

  /**
   * @param acceptance probabilities, shape [n]
   * @param remarks sentences about rows in combinations of groups that were not fitted
   */
  public record Accepted(double[] acceptance, List<String> remarks) {}

  /**
   * With what probability rows are accepted.
   *
   * @param where the rows are from, for remarks on them
   * @param scores shape [n]
   * @param partitions of the n rows, among them one by each group column
   */
  public Accepted accept(String where, double[] scores, List<Groups> partitions) {
    Map<String, Integer> unknown = new TreeMap<>();
    double[] acceptance =
        rule.acceptance(
            scores,
            partitions,
            (row, names) -> unknown.merge(Groups.crossed(names), 1, Integer::sum));
    List<String> remarks = new ArrayList<>();
    unknown.forEach(
        (name, count) ->
            remarks.add(
                "%s: the thresholds were fitted to no row of %s %s; %d such %s decided by the one threshold that is best for all"
                    .formatted(
                        where,
                        Groups.crossed(rule.attributes()),
                        name,
                        count,
                        count == 1 ? "row is" : "rows are")));
    return new Accepted(acceptance, remarks);
  }

  /** What tells a table's rows apart, by the values of these columns where it has them. */
  public static long[] identities(Table table, List<String> drawn) {
    return KeyedDraw.identities(
        table.columns().stream().filter(column -> drawn.contains(column.name())).toList(),
        table.rows());
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

  @Override
  public JsonNode toJson() {
    ObjectNode tree = ThresholdRuleJson.tree(rule);
    ArrayNode groups = tree.putArray("group_columns");
    groupColumns.forEach(column -> groups.add(column.toString()));
    tree.put("draw_key", Long.toUnsignedString(draw.key(), 16));
    ArrayNode columns = tree.putArray("drawn");
    drawn.forEach(columns::add);
    return tree;
  }

  static ThresholdStage read(JsonNode tree) {
    try {
      return new ThresholdStage(
          texts(tree.path("group_columns")).stream().map(GroupColumn::parse).toList(),
          ThresholdRuleJson.read(tree),
          new KeyedDraw(Long.parseUnsignedLong(tree.path("draw_key").asText(), 16)),
          texts(tree.path("drawn")));
    } catch (NumberFormatException e) {
      throw new DataException("the thresholds' draw_key is no hexadecimal number", e);
    }
  }

  private static List<String> texts(JsonNode list) {
    if (list.size() > MOST_COLUMNS) {
      throw new DataException("thresholds name more than %d columns".formatted(MOST_COLUMNS));
    }
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
