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
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the columns of scored rows mean, and on which scale the scores are. */
final class CalibrationColumnOptions {

  @Mixin private ScoredColumnOptions columns = new ScoredColumnOptions();

  @Option(
      names = "--logits",
      description = "The scores are logits, or other decision values, not probabilities.")
  private boolean logits;

  List<GroupColumn> groupColumns(Table table) {
    return columns.groups(table);
  }

  Outcome outcome(Opened opened) {
    return columns.outcome(opened);
  }

  private Scale scale() {
    return logits ? Scale.LOGIT : Scale.PROBABILITY;
  }

  /** Refuses what a model knows by itself. */
  void refuseBesideAModel() {
    if (columns.hasScore() || columns.hasLabel() || logits) {
      throw new DataException(
          "a model brings its scores and its label; --score, --label, --positive and --logits are"
              + " for tables");
    }
  }

  double[] scores(Table table) {
    String score = columns.score();
    if (!logits) {
      return probabilities(table, score);
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

  private static double[] probabilities(Table table, String score) {
    try {
      return table.probabilities(score);
    } catch (DataException e) {
      boolean beyond =
          Arrays.stream(table.numeric(score).values()).anyMatch(value -> value < 0 || value > 1);
      throw beyond
          ? new DataException(
              e.getMessage() + "; --logits takes logits and other decision values", e)
          : e;
    }
  }

  CalibrationSample sample(
      Table table, double[] scores, Outcome outcome, List<GroupColumn> groups) {
    List<Groups> attributes = groups.stream().map(column -> column.of(table)).toList();
    return new CalibrationSample(
        new ScoredRows(scores, outcome.read(table), columns.weights(table), scale()), attributes);
  }
}
