package evenhand.cli;

import evenhand.parity.Condition;
import evenhand.threshold.Objective;
import evenhand.threshold.ThresholdOptions;
import evenhand.train.ScoredTable;
import evenhand.train.ThresholdJob;
import evenhand.train.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which thresholds to find, and how to measure them. */
final class ThresholdSettingOptions {

  @Option(
      names = "--require",
      paramLabel = "PARITY<=T",
      description = {
        "What must hold on the rows fitted on, such as demographic_parity<=0.02,",
        "equalized_odds:to_overall<=0.05@race, demographic_parity:ratio>=0.8,",
        "or of a rate of every group: true_positive_rate>=0.6@sex. Repeatable."
      })
  private List<String> requirements = new ArrayList<>();

  @Option(
      names = "--objective",
      paramLabel = "WHAT",
      defaultValue = "accuracy",
      description =
          "What is made best: accuracy, balanced_accuracy, f1, or the cost of a false positive and of a false negative, such as cost:1,5 (default: ${DEFAULT-VALUE}).")
  private String objective = "accuracy";

  @Option(
      names = "--deterministic",
      description = "One threshold each, no chance; says what that gives up.")
  private boolean deterministic;

  @Option(
      names = "--shared",
      description = "One threshold for all, so that deciding needs no group column.")
  private boolean shared;

  @Option(
      names = "--validation",
      paramLabel = "SHARE",
      description =
          "Share of the rows held out and only measured, the same of every label and group (default: 0.2, or 0 where evaluation rows are given).")
  private @Nullable Double validation;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Bootstrap replicates of every interval (default: ${DEFAULT-VALUE}).")
  private int replicates;

  @Option(
      names = "--min-rows",
      paramLabel = "N",
      defaultValue = "30",
      description = "Groups with fewer rows are insufficient evidence (default: ${DEFAULT-VALUE}).")
  private int minRows;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "One seed, the same bytes (default: ${DEFAULT-VALUE}).")
  private long seed;

  ThresholdJob job(ScoredTable fit, Optional<ScoredTable> test, ThresholdJob.Columns columns) {
    double share = validation == null ? (test.isPresent() ? 0 : 0.2) : validation;
    return new ThresholdJob(
        fit,
        test,
        columns,
        requirements.stream().map(Condition::parse).toList(),
        new ThresholdOptions(
            Objective.parse(objective),
            deterministic
                ? ThresholdOptions.Decisions.DETERMINISTIC
                : ThresholdOptions.Decisions.RANDOMISED,
            shared ? ThresholdOptions.Scope.SHARED : ThresholdOptions.Scope.BY_GROUP),
        new TrainingOptions(share, TrainingOptions.Decisions.MIXTURE, replicates, minRows, seed));
  }
}
