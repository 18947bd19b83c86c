package evenhand.train;

import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.parity.Requirement;
import evenhand.parity.UndefinedRateException;
import evenhand.threshold.GroupThresholds;
import evenhand.threshold.InfeasibleThresholdsException;
import evenhand.threshold.Objective;
import evenhand.threshold.ThresholdOptions;
import evenhand.threshold.ThresholdSample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Fits the learner as it is, then sets thresholds on its score by the groups of every attribute
 * that a requirement names. A row counts in the objective as it does in the rates.
 *
 * @param rows training, or validation: then training where no rows were held out, or where a group
 *     lacks the rows of a rate there
 */
record ThresholdMethod(ThresholdOptions options, Part rows) implements Method {

  static ThresholdMethod of(MethodOptions given) {
    ThresholdOptions usual = ThresholdOptions.defaults();
    return new ThresholdMethod(
        new ThresholdOptions(
            Objective.parse(given.text("objective", usual.objective().id())),
            given.choice("decisions", usual.decisions(), ThresholdOptions.Decisions.values()),
            given.choice("scope", usual.scope(), ThresholdOptions.Scope.values())),
        given.choice("rows", Part.TRAINING, new Part[] {Part.TRAINING, Part.VALIDATION}));
  }

  @Override
  public String name() {
    return "threshold";
  }

  @Override
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("objective", options.objective().id());
    configuration.put("decisions", MethodOptions.word(options.decisions()));
    configuration.put("scope", MethodOptions.word(options.scope()));
    configuration.put("rows", rows.id());
    return configuration;
  }

  @Override
  public Fitted fit(Task task, ProgressListener listener) {
    Methods.requireAny(task);
    Classifier plain = Methods.PLAIN.fit(task, listener).classifier();
    listener.progress("setting thresholds", 0, 1);
    Optional<Sample> heldOut = rows == Part.VALIDATION ? task.validation() : Optional.empty();
    if (heldOut.isPresent()) {
      try {
        return fitted(plain, Part.VALIDATION, thresholds(plain, heldOut.get(), task));
      } catch (UndefinedRateException e) {
        // the training rows may have what these lack
      }
    }
    return fitted(plain, Part.TRAINING, thresholds(plain, task.training(), task));
  }

  private GroupThresholds thresholds(Classifier plain, Sample sample, Task task) {
    ThresholdSample scored =
        new ThresholdSample(
            plain.on(sample.features()).score(),
            sample.labels(),
            sample.parityWeights(),
            named(sample.groups(), task.requirements()));
    try {
      return GroupThresholds.fit(scored, task.requirements(), options);
    } catch (InfeasibleThresholdsException e) {
      throw new InfeasibleException(
          Objects.requireNonNullElse(e.getMessage(), "no thresholds meet the requirements"));
    }
  }

  /** Partitions by single columns that a requirement names, alone or in an intersection. */
  private static List<Groups> named(List<Groups> all, List<Requirement> requirements) {
    List<String> singles =
        all.stream().filter(each -> each.crossed().isEmpty()).map(Groups::attribute).toList();
    List<String> needed =
        requirements.stream()
            .map(requirement -> requirement.attribute().orElseThrow())
            .flatMap(attribute -> Groups.attributes(attribute, singles).stream())
            .toList();
    return all.stream().filter(groups -> needed.contains(groups.attribute())).toList();
  }

  private static Fitted fitted(Classifier plain, Part part, GroupThresholds thresholds) {
    List<String> attributes = thresholds.rule().attributes();
    Map<String, String> search = new LinkedHashMap<>();
    search.put("fits", "1");
    search.put("thresholds set on", part.id() + " rows");
    search.put(
        "thresholds", attributes.isEmpty() ? "shared" : "by " + String.join(", ", attributes));
    search.put("expected " + thresholds.objective().id(), Double.toString(thresholds.expected()));
    thresholds
        .givenUp()
        .ifPresent(
            givenUp ->
                search.put(
                    "given up without chance",
                    (givenUp.isProven() ? "" : "at most ") + givenUp.loss()));
    return new Fitted(plain, Optional.of(thresholds.rule()), search, List.of());
  }
}
