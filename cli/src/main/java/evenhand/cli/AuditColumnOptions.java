package evenhand.cli;

import evenhand.audit.OutcomeColumns;
import evenhand.tables.Opened;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which columns an audit reads. */
final class AuditColumnOptions {

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description =
          "What came true (a catalogue set knows its own). Without it, decisions alone are"
              + " audited.")
  private @Nullable String label;

  @Option(
      names = "--positive",
      paramLabel = "VALUE",
      description =
          "The label's value that counts as positive, or for numbers a rule such as >=10. Without a"
              + " label: the prediction that counts as selected.")
  private @Nullable String positive;

  @Option(
      names = "--prediction",
      paramLabel = "COLUMN",
      description = "What was decided or predicted, in the label's own values.")
  private @Nullable String prediction;

  @Option(
      names = "--prediction-positive",
      paramLabel = "VALUE",
      description =
          "The prediction that means the label's positive value, where predictions have other"
              + " values than the label; a rule such as >=10 for numbers.")
  private @Nullable String predictionPositive;

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
          "Estimated probabilities of the positive value; alone, they decide at --threshold."
              + " Without a label numbers of any range.")
  private @Nullable String score;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description =
          "Accept a score of at least this (default: 0.5; without a label, above everyone's"
              + " median).")
  private @Nullable Double threshold;

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
    Optional<String> column = opened.label(Optional.ofNullable(label));
    return new OutcomeColumns(
        task,
        column,
        Optional.ofNullable(positive).or(() -> column.flatMap(opened::positiveOf)),
        Optional.ofNullable(prediction),
        Optional.ofNullable(predictionPositive),
        Optional.ofNullable(acceptance),
        Optional.ofNullable(score),
        threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold),
        Optional.ofNullable(weight));
  }
}
