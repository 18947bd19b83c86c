package evenhand.cli;

import evenhand.calibrate.CalibrationSample;
import evenhand.calibrate.Scale;
import evenhand.calibrate.ScoredRows;
import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.tables.Opened;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which columns hold the scores, what came true and whose rows they are. */
final class ScoredColumnOptions {

  @Option(
      names = "--score",
      paramLabel = "COLUMN",
      description = "Estimated probabilities of the positive value (a model brings its own).")
  private @Nullable String score;

  @Option(names = "--logits", description = "The scores are logits, or other decision values.")
  private boolean logits;

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
      description = {
        "A column that names groups of people, such as race, or with cuts age:25,60. Repeatable:",
        "of --group race --group sex, Black&Female has the parent Black."
      })
  private List<String> groups = new ArrayList<>();

  @Option(names = "--weight", paramLabel = "COLUMN", description = "Row weights.")
  private @Nullable String weight;

  List<GroupColumn> groupColumns() {
    return groups.stream().map(GroupColumn::parse).toList();
  }

  Scale scale() {
    return logits ? Scale.LOGIT : Scale.PROBABILITY;
  }

  /** The label of a table; a second table is read by the first one's. */
  Outcome outcome(Opened opened) {
    String column = opened.labelOr(Optional.ofNullable(label));
    return Outcome.of(
        opened.table(),
        column,
        positive == null ? opened.positiveOf(column).orElse(null) : positive);
  }

  /** Refuses what a model knows by itself. */
  void refuseBesideAModel() {
    if (score != null || label != null || positive != null || logits) {
      throw new DataException(
          "a model brings its scores and its label; --score, --label, --positive and --logits are for tables");
    }
  }

  double[] scores(Table table) {
    if (score == null) {
      throw new DataException(
          "say with --score which column of %s holds the scores".formatted(table.origin()));
    }
    if (!logits) {
      return table.probabilities(score);
    }
    double[] values = table.numeric(score).values();
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new DataException(
            "%s, row %d, column %s: the value is missing; every row needs a logit"
                .formatted(table.origin(), i + 1, score));
      }
    }
    return values;
  }

  CalibrationSample sample(Table table, double[] scores, Outcome outcome) {
    double[] weights = new double[table.rows()];
    Arrays.fill(weights, 1);
    List<Groups> attributes = groupColumns().stream().map(column -> column.of(table)).toList();
    return new CalibrationSample(
        new ScoredRows(
            scores, outcome.read(table), weight == null ? weights : table.weights(weight), scale()),
        attributes);
  }
}
