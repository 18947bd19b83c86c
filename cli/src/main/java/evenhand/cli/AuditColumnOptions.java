package evenhand.cli;

import evenhand.audit.OutcomeColumns;
import evenhand.tables.Opened;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which columns an audit reads. */
final class AuditColumnOptions {

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
      names = "--prediction",
      paramLabel = "COLUMN",
      description = "What was decided or predicted, in the label's own values.")
  private @Nullable String prediction;

  @Option(
      names = "--acceptance",
      paramLabel = "COLUMN",
      description =
          "Probabilities of being accepted, such as acceptance_probability, in place of decisions.")
  private @Nullable String acceptance;

  @Option(
      names = "--score",
      paramLabel = "COLUMN",
      description =
          "Estimated probabilities of the positive value; alone, they decide at --threshold.")
  private @Nullable String score;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      defaultValue = "0.5",
      description = "Accept a score of at least this (default: ${DEFAULT-VALUE}).")
  private double threshold;

  @Option(
      names = "--weight",
      paramLabel = "COLUMN",
      description = "How many people a row stands for.")
  private @Nullable String weight;

  @Option(
      names = "--task",
      paramLabel = "TASK",
      defaultValue = "auto",
      description =
          "binary, multiclass, regression or auto, which finds out (default: ${DEFAULT-VALUE}).")
  private OutcomeColumns.Task task = OutcomeColumns.Task.AUTO;

  /** The columns of labels and decisions that are named. */
  List<String> outcomes(Opened opened) {
    return Stream.of(
            Optional.ofNullable(label)
                .or(() -> opened.entry().map(known -> known.label().column())),
            Optional.ofNullable(prediction))
        .flatMap(Optional::stream)
        .toList();
  }

  OutcomeColumns of(Opened opened) {
    String column = opened.labelOr(Optional.ofNullable(label));
    return new OutcomeColumns(
        task,
        column,
        Optional.ofNullable(positive).or(() -> opened.positiveOf(column)),
        Optional.ofNullable(prediction),
        Optional.ofNullable(acceptance),
        Optional.ofNullable(score),
        threshold,
        Optional.ofNullable(weight));
  }
}
