package evenhand.train;

import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Split;
import evenhand.data.Table;
import evenhand.learner.KeyedDraw;
import evenhand.model.ThresholdStage;
import evenhand.parity.Condition;
import evenhand.parity.Requirement;
import evenhand.threshold.GroupThresholds;
import evenhand.threshold.ThresholdOptions;
import evenhand.threshold.ThresholdRule;
import evenhand.threshold.ThresholdSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * From scored rows and requirements to thresholds with their evidence.
 *
 * @param data split into the rows fitted on and the rows held out
 * @param test only ever measured
 * @param columns of both tables
 * @param requirements those without an attribute hold for every group column; an intersection is
 *     named like {@code sex&race}
 * @param thresholds what is to be found
 * @param options how the rows are split and measured
 */
public record ThresholdJob(
    ScoredTable data,
    Optional<ScoredTable> test,
    Columns columns,
    List<Condition> requirements,
    ThresholdOptions thresholds,
    TrainingOptions options) {

  /**
   * What the columns of the tables mean.
   *
   * @param outcome the label
   * @param groups whose gaps are required or watched, at least one
   * @param weight how many people a row stands for; empty: every row counts once
   * @param drawn whose values make a row's draw where chance takes part
   */
  public record Columns(
      Outcome outcome, List<GroupColumn> groups, Optional<String> weight, List<String> drawn) {

    public Columns {
      groups = List.copyOf(groups);
      drawn = List.copyOf(drawn);
    }

    private ThresholdSample rows(ScoredTable scored) {
      Table table = scored.table();
      double[] weights = new double[table.rows()];
      Arrays.fill(weights, 1);
      return new ThresholdSample(
          scored.scores(),
          outcome.read(table),
          weight.map(table::weights).orElse(weights),
          groups.stream().map(group -> group.of(table)).toList());
    }
  }

  public ThresholdJob {
    requirements = List.copyOf(requirements);
  }

  /**
   * Splits, fits, measures. Held-out and test rows are only ever measured.
   *
   * @throws evenhand.threshold.InfeasibleThresholdsException when no thresholds meet the
   *     requirements on the rows fitted on
   */
  public Thresholded run(ProgressListener listener) {
    ThresholdSample all = columns.rows(data);
    Split split =
        Split.stratified(all.labels(), all.groups(), options.validation(), options.seed());
    listener.progress("fitting thresholds", 0, 1);
    ThresholdSample training = split.heldOut().length == 0 ? all : all.select(split.training());
    GroupThresholds fitted = GroupThresholds.fit(training, requirements, thresholds);
    ThresholdRule rule = fitted.rule();
    List<GroupColumn> asked = rule.attributes().isEmpty() ? List.of() : columns.groups();
    MeasuringThresholds measuring = new MeasuringThresholds(fitted, options, columns.weight());
    double[] acceptance = rule.acceptance(all.scores(), all.groups(), (row, groups) -> {});
    long[] identities = ThresholdStage.identities(data.table(), columns.drawn());
    KeyedDraw draw =
        draw(
            fitted,
            training,
            key -> {
              int[] decisions = KeyedDraw.decide(key.of(identities), acceptance);
              return Arrays.stream(split.training()).mapToDouble(row -> decisions[row]).toArray();
            });
    double[] decisions = asDoubles(KeyedDraw.decide(draw.of(identities), acceptance));
    Map<Part, MeasuringThresholds.Decided> parts = new EnumMap<>(Part.class);
    MeasuringThresholds.Decided everything =
        new MeasuringThresholds.Decided(all, decisions, acceptance);
    parts.put(Part.TRAINING, everything.select(split.training()));
    if (split.heldOut().length > 0) {
      parts.put(Part.VALIDATION, everything.select(split.heldOut()));
    }
    List<String> warnings = new ArrayList<>(warnings(fitted, training));
    ThresholdStage stage = new ThresholdStage(asked, rule, draw, columns.drawn());
    test.ifPresent(
        rows -> {
          ThresholdStage.Decided decided = stage.decide(rows.table(), rows.scores());
          warnings.addAll(decided.remarks());
          parts.put(
              Part.TEST,
              new MeasuringThresholds.Decided(
                  columns.rows(rows), asDoubles(decided.decisions()), decided.acceptance()));
        });
    listener.progress("measuring", 0, parts.size());
    return new Thresholded(columns.outcome(), stage, evidence(fitted, warnings, measuring, parts));
  }

  private ThresholdEvidence evidence(
      GroupThresholds fitted,
      List<String> warnings,
      MeasuringThresholds measuring,
      Map<Part, MeasuringThresholds.Decided> parts) {
    List<PartEvidence> measured = new ArrayList<>();
    List<ConditionEvidence> verdicts = new ArrayList<>();
    List<ObjectiveEvidence> objectives = new ArrayList<>();
    parts.forEach(
        (part, decided) -> {
          PartEvidence evidence = measuring.part(part, decided);
          measured.add(evidence);
          objectives.add(measuring.objective(part, decided));
          verdicts.addAll(measuring.verdicts(evidence));
        });
    return new ThresholdEvidence(
        columns.outcome().column(),
        columns.outcome().positive(),
        columns.groups().stream().map(GroupColumn::column).toList(),
        fitted,
        verdicts,
        objectives,
        measured,
        warnings,
        configuration());
  }

  private List<String> warnings(GroupThresholds fitted, ThresholdSample training) {
    List<String> warnings = new ArrayList<>();
    int[] plainly = new int[training.size()];
    for (int i = 0; i < plainly.length; i++) {
      plainly[i] = fitted.plain().of(training.scores()[i]) >= 0.5 ? 1 : 0;
    }
    for (GroupThresholds.Measured measured : fitted.requirements()) {
      if (measured.requirement() instanceof Requirement requirement) {
        GapForecast forecast =
            GapForecast.of(
                requirement,
                training.labels(),
                plainly,
                training.groups(requirement.attribute().orElseThrow()),
                options.seed());
        if (forecast.isTighterThanEvidence()) {
          warnings.add(forecast.sentence());
        }
      }
    }
    for (GroupThresholds.CellRates cell : fitted.cells()) {
      if (cell.rows() < options.minRows()) {
        warnings.add(
            "%s: its thresholds rest on %d %s, fewer than %d"
                .formatted(
                    Groups.crossed(cell.groups()),
                    cell.rows(),
                    cell.rows() == 1 ? "row" : "rows",
                    options.minRows()));
      }
    }
    return warnings;
  }

  private KeyedDraw draw(
      GroupThresholds fitted, ThresholdSample training, Function<KeyedDraw, double[]> decisions) {
    return fitted.rule().isRandomised() && !fitted.requirements().isEmpty()
        ? KeySearch.best(
            options.seed(), key -> fitted.worstViolation(training, decisions.apply(key)))
        : KeySearch.first(options.seed());
  }

  private static double[] asDoubles(int[] decisions) {
    return Arrays.stream(decisions).asDoubleStream().toArray();
  }

  private Map<String, List<String>> configuration() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("label", List.of(columns.outcome().column()));
    all.put("positive", List.of(columns.outcome().positive()));
    all.put("group", columns.groups().stream().map(GroupColumn::toString).toList());
    all.put("weight", columns.weight().map(List::of).orElse(List.of()));
    all.put("require", requirements.stream().map(Condition::toString).toList());
    all.put("objective", List.of(thresholds.objective().id()));
    all.put("decisions", List.of(thresholds.decisions().name().toLowerCase(Locale.ROOT)));
    all.put("scope", List.of(thresholds.scope().name().toLowerCase(Locale.ROOT)));
    all.put("validation", List.of(Double.toString(options.validation())));
    all.put("replicates", List.of(Integer.toString(options.replicates())));
    all.put("min-rows", List.of(Integer.toString(options.minRows())));
    all.put("seed", List.of(Long.toString(options.seed())));
    return all;
  }
}
