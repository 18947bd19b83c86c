package evenhand.cli;

import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.tables.Opened;
import evenhand.train.ThresholdJob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the columns of scored rows mean: the scores, what came true and whose rows they are. */
final class ScoredColumnOptions {

  @Option(
      names = "--score",
      paramLabel = "COLUMN",
      description =
          "The score: higher means the positive value is more likely (a model brings its own).")
  private @Nullable String score;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "What came true (a model and a catalogue set know their own).")
  private @Nullable String label;

  @Option(
      names = "--positive",
      paramLabel = "VALUE",
      description =
          "The label's value that counts as positive, or for numbers a rule such as >=10.")
  private @Nullable String positive;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description =
          "A column that names groups of people, such as sex, or with cuts age:25,60. Repeatable.")
  private List<String> groups = new ArrayList<>();

  @Option(
      names = "--weight",
      paramLabel = "COLUMN",
      description = "How many people a row stands for.")
  private @Nullable String weight;

  String score() {
    if (score == null) {
      throw new DataException("say with --score which column holds the scores");
    }
    return score;
  }

  boolean hasScore() {
    return score != null;
  }

  boolean hasLabel() {
    return label != null || positive != null;
  }

  /** The group columns, as a table has them; of other tables they are the same. */
  List<GroupColumn> groups(Table table) {
    return GroupColumn.named(groups, table);
  }

  /** The label of a table; a second table is read by the first one's. */
  Outcome outcome(Opened opened) {
    String column = opened.labelOr(Optional.ofNullable(label));
    return Outcome.of(
        opened.table(),
        column,
        positive == null ? opened.positiveOf(column).orElse(null) : positive);
  }

  /** Of each row; 1 where no column names weights. */
  double[] weights(Table table) {
    if (weight != null) {
      return table.weights(weight);
    }
    double[] ones = new double[table.rows()];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Columns that are not known of a row before it is decided on. */
  List<String> unknownBefore(Opened opened) {
    List<String> unknown = new ArrayList<>(List.of(opened.labelOr(Optional.ofNullable(label))));
    if (weight != null) {
      unknown.add(weight);
    }
    return unknown;
  }

  /**
   * What the columns are to thresholds.
   *
   * @param table that they are of
   * @param drawn columns whose values make a row's draw
   */
  ThresholdJob.Columns roles(Table table, Outcome outcome, List<String> drawn) {
    if (groups.isEmpty()) {
      throw new DataException("say with --group which column holds the groups");
    }
    return new ThresholdJob.Columns(outcome, groups(table), Optional.ofNullable(weight), drawn);
  }
}
