package evenhand.cli;

import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Outcome;
import evenhand.tables.Opened;
import evenhand.train.ThresholdJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the columns of scored rows mean. */
final class ThresholdColumnOptions {

  @Option(
      names = "--score",
      paramLabel = "COLUMN",
      description = "The score: higher means the positive value is more likely, on any scale.")
  private @Nullable String score;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "What came true (a catalogue set knows its own).")
  private @Nullable String label;

  @Option(
      names = "--positive",
      paramLabel = "VALUE",
      description =
          "The label's value that counts as positive, or for numbers a rule such as >=10.")
  private @Nullable String positive;

  @Option(
      names = "--group",
      required = true,
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

  /** Columns that are not known of a row before it is decided on. */
  List<String> unknownBefore(Opened opened) {
    List<String> unknown = new ArrayList<>(List.of(opened.labelOr(Optional.ofNullable(label))));
    if (weight != null) {
      unknown.add(weight);
    }
    return unknown;
  }

  /**
   * @param drawn columns whose values make a row's draw
   */
  ThresholdJob.Columns of(Opened opened, List<String> drawn) {
    String column = opened.labelOr(Optional.ofNullable(label));
    return of(
        Outcome.of(
            opened.table(),
            column,
            positive == null ? opened.positiveOf(column).orElse(null) : positive),
        drawn);
  }

  /** Of a model's own outcome. */
  ThresholdJob.Columns of(Outcome outcome, List<String> drawn) {
    return new ThresholdJob.Columns(
        outcome,
        groups.stream().map(GroupColumn::parse).toList(),
        Optional.ofNullable(weight),
        drawn);
  }
}
