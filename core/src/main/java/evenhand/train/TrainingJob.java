package evenhand.train;

import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.learner.KeyedDraw;
import evenhand.learner.WeightedLearner;
import evenhand.model.ThresholdStage;
import evenhand.parity.Requirement;
import evenhand.reduce.Problem;
import evenhand.reduce.Standing;
import evenhand.threshold.ThresholdRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * From a table and requirements to a model with its evidence.
 *
 * @param data tables, and what their columns mean
 * @param requirements those without an attribute hold for every group column
 * @param method how to train
 * @param learner what is trained; what it fits must be savable
 * @param options how the rows are split and measured
 */
public record TrainingJob(
    TrainingData data,
    List<Requirement> requirements,
    Method method,
    WeightedLearner learner,
    TrainingOptions options) {

  public TrainingJob {
    requirements = List.copyOf(requirements);
    if (!requirements.isEmpty() && data.groups().isEmpty()) {
      throw new DataException("a requirement needs groups; name the group columns with --group");
    }
    if (!learner.isSavable()) {
      throw new DataException(
          "what the learner %s fits can't be kept in a model file, so there would be no model to show for the training"
              .formatted(learner.name()));
    }
  }

  /**
   * Splits, fits, measures. Test rows are only ever measured.
   *
   * @throws InfeasibleException when the requirements can't be met on the training rows
   */
  public Trained run(ProgressListener listener) {
    Prepared prepared = Prepared.of(data, options);
    Sample training = prepared.samples().get(Part.TRAINING);
    if (training == null) {
      throw new IllegalStateException("there are always training rows");
    }
    List<Requirement> stated = ofEachAttribute();
    listener.progress("fitting the plain model", 0, 1);
    Method.Task task =
        new Method.Task(
            training,
            Optional.ofNullable(prepared.samples().get(Part.VALIDATION)),
            prepared.trusted(),
            stated,
            learner,
            options.seed());
    Method.Fitted baseline = Methods.PLAIN.fit(task, ProgressListener.NONE);
    Classifier plain = baseline.classifier();
    List<String> warnings = new ArrayList<>(prepared.notes());
    warnings.addAll(forecasts(stated, training, plain));
    LackingRows.of(stated, Part.TRAINING, prepared, data.weightMeaning(), options.audit())
        .forEach(lacking -> warnings.add(lacking.sentence()));
    Method.Fitted fitted = method.equals(Methods.PLAIN) ? baseline : method.fit(task, listener);
    Decider decider = decider(fitted, task, prepared);
    Measuring.Measured measured =
        new Measuring(
                stated,
                data.weightMeaning(),
                options,
                decider,
                plain,
                CellMeasuring.of(method, data, options))
            .all(prepared, listener);
    warnings.addAll(fitted.warnings());
    warnings.addAll(measured.remarks());
    OneDecision.warning(measured.parts()).ifPresent(warnings::add);
    Map<String, String> search = new LinkedHashMap<>(fitted.search());
    if (!stated.isEmpty() && decider.thresholds().isEmpty()) {
      SameForAll same = SameForAll.of(decider.classifier(), training.features());
      same.into(search);
      same.warning().ifPresent(warnings::add);
    }
    TrainingEvidence evidence =
        new TrainingEvidence(
            data.outcome().column(),
            data.outcome().positive(),
            data.attributes(),
            measured.verdicts(),
            measured.parts(),
            measured.cells(),
            warnings,
            search,
            configuration(),
            data.review(),
            prepared.fingerprints());
    return new Trained(data.outcome(), prepared.encoding(), decider, evidence);
  }

  private List<Requirement> ofEachAttribute() {
    List<Requirement> each = new ArrayList<>();
    for (Requirement requirement : requirements) {
      if (requirement.attribute().isPresent()) {
        each.add(requirement.of(data.attribute(requirement.attribute().get(), requirement)));
      } else {
        data.groups().forEach(group -> each.add(requirement.of(group.column())));
      }
    }
    return each;
  }

  private List<String> forecasts(List<Requirement> stated, Sample training, Classifier plain) {
    int[] decisions =
        new KeyedDraw(0).decide(training.features(), plain.on(training.features()).acceptance());
    return stated.stream()
        .map(
            requirement ->
                GapForecast.of(
                    requirement,
                    training.labels(),
                    decisions,
                    training.groups(requirement.attribute().orElseThrow()),
                    options.seed()))
        .filter(GapForecast::isTighterThanEvidence)
        .map(GapForecast::sentence)
        .toList();
  }

  /** What becomes of a fit, by the options. */
  Decider decider(Method.Fitted fitted, Method.Task task, Prepared prepared) {
    Optional<ThresholdRule> rule = fitted.thresholds();
    if (options.decisions() == TrainingOptions.Decisions.BEST
        && rule.filter(ThresholdRule::isRandomised).isPresent()) {
      throw new DataException(
          "the best member of a mixture of thresholds is not defined; for thresholds without chance give method %s the option decisions=deterministic"
              .formatted(method.name()));
    }
    KeyedDraw first = new KeyedDraw(0);
    Optional<ThresholdStage> stage =
        rule.map(
            given ->
                new ThresholdStage(
                    columns(given), given, first, Prepared.drawn(prepared.encoding())));
    Classifier classifier =
        stage.isPresent() ? fitted.classifier() : decided(fitted.classifier(), task);
    return drawn(new Decider(classifier, first, stage), task, prepared.rows(Part.TRAINING));
  }

  private List<GroupColumn> columns(ThresholdRule rule) {
    return rule.attributes().stream()
        .map(
            attribute ->
                data.groups().stream()
                    .filter(group -> group.column().equals(attribute))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  /** What a mixture becomes, by the options. */
  private Classifier decided(Classifier mixture, Method.Task task) {
    if (options.decisions() == TrainingOptions.Decisions.MIXTURE || !mixture.isRandomised()) {
      return mixture;
    }
    Problem problem = new Problem(task.training(), task.constraint());
    Classifier best = mixture;
    double least = Double.POSITIVE_INFINITY;
    for (Classifier.Member member : mixture.members()) {
      Classifier alone =
          new Classifier(List.of(new Classifier.Member(member.scorer(), member.threshold(), 1)));
      Standing standing = problem.of(alone);
      double score = Math.max(0, standing.worst()) * task.training().size() + standing.error();
      if (score < least) {
        least = score;
        best = alone;
      }
    }
    return best;
  }

  /** Under the key whose decisions keep what can be measured of the requirements. */
  private Decider drawn(Decider undrawn, Method.Task task, PartRows rows) {
    List<Measurable> measurable =
        undrawn.isRandomised()
            ? task.requirements().stream()
                .flatMap(each -> Measurable.of(each, task.training(), options.minRows()).stream())
                .toList()
            : List.of();
    if (measurable.isEmpty()) {
      return undrawn.withDraw(KeySearch.first(options.seed()));
    }
    double[] acceptance = undrawn.on(Part.TRAINING.id(), rows).acceptance();
    return undrawn.withDraw(
        KeySearch.best(
            options.seed(),
            key -> {
              double[] draws = undrawn.withDraw(key).draws(rows);
              double[] decisions = Decider.decide(draws, acceptance);
              return measurable.stream()
                  .mapToDouble(each -> each.broken(decisions))
                  .max()
                  .orElse(0);
            }));
  }

  /** Every effective option, by its command-line name. */
  Map<String, List<String>> configuration() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("label", List.of(data.outcome().column()));
    all.put("positive", List.of(data.outcome().positive()));
    all.put("group", texts(data.groups()));
    all.put(
        "intersect",
        List.of(data.intersection() == TrainingData.Intersection.OF_ALL ? "true" : "false"));
    all.put("features", data.features());
    all.put("weight", data.weight().map(List::of).orElse(List.of()));
    all.put("weight-meaning", List.of(data.weightMeaning().id()));
    all.put("require", texts(requirements));
    data.start()
        .ifPresent(start -> all.put("from", List.of(start.name(), "sha256:" + start.sha256())));
    all.put("method", List.of(method.name()));
    all.put("method-option", pairs(method.configuration()));
    all.put("learner", List.of(learner.name()));
    all.put("learner-option", pairs(learner.configuration()));
    all.put("validation", List.of(Double.toString(options.validation())));
    all.put("decisions", List.of(options.decisions().name().toLowerCase(Locale.ROOT)));
    all.put("replicates", List.of(Integer.toString(options.replicates())));
    all.put("min-rows", List.of(Integer.toString(options.minRows())));
    all.put("seed", List.of(Long.toString(options.seed())));
    return all;
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static List<String> pairs(Map<String, String> options) {
    return options.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .toList();
  }
}
