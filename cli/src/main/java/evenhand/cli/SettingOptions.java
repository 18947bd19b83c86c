package evenhand.cli;

import evenhand.data.DataException;
import evenhand.learner.WeightedLearner;
import evenhand.train.Start;
import evenhand.train.TrainingOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What to train, on which rows, and how to measure; how is {@link MethodOption}'s. */
final class SettingOptions {

  @Option(
      names = "--learner",
      paramLabel = "LEARNER",
      defaultValue = "logistic",
      description = "logistic, xgboost, mlp or tribuo:TRAINER (default: ${DEFAULT-VALUE}).")
  private String learner = "logistic";

  @Option(
      names = "--learner-option",
      paramLabel = "KEY=VALUE",
      description = "An option of the learner, such as C=0.1 or num_round=200. Repeatable.")
  private Map<String, String> learnerOptions = new LinkedHashMap<>();

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "Short for --learner-option device=DEVICE: cpu or cuda, for --learner mlp.")
  private @Nullable String device;

  @Option(
      names = "--validation",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description =
          "Share of the rows held out, the same of every label and group; 0 for none (default: ${DEFAULT-VALUE}).")
  private double validation;

  @Option(
      names = "--decisions",
      paramLabel = "HOW",
      defaultValue = "mixture",
      description =
          "mixture: a keyed hash of the row decides, expected rates are kept; best: the best single classifier (default: ${DEFAULT-VALUE}).")
  private TrainingOptions.Decisions decisions = TrainingOptions.Decisions.MIXTURE;

  @Mixin private EvidenceOptions evidence = new EvidenceOptions();

  WeightedLearner learner() {
    return learner(Optional.empty());
  }

  /**
   * @param start what training goes on from
   */
  WeightedLearner learner(Optional<Start> start) {
    Map<String, String> all = new LinkedHashMap<>(learnerOptions);
    if (device != null && all.put("device", device) != null) {
      throw new DataException("the device is given twice, by --device and --learner-option");
    }
    return Toolkit.learner(learner, all, start);
  }

  TrainingOptions options() {
    return new TrainingOptions(
        validation, decisions, evidence.replicates(), evidence.minRows(), evidence.seed());
  }
}
