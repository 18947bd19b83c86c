package evenhand.calibrate;

import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.metric.MeanMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fits a calibration to some rows and measures it on others.
 *
 * @param options how
 * @param columns of the samples' groups, in the same order
 */
public record CalibrationJob(CalibrationOptions options, List<GroupColumn> columns) {

  public CalibrationJob {
    columns = List.copyOf(columns);
    boolean needed =
        options.grouping() == CalibrationOptions.Grouping.BY_GROUP
            || options.multicalibration().isPresent();
    if (needed && columns.isEmpty()) {
      throw new DataException(
          "calibration by group and multicalibration need at least one group column");
    }
  }

  /**
   * The same samples give the same result.
   *
   * @param fit rows to fit to
   * @param evaluation other rows, to measure on
   * @throws DataException when they are the same
   */
  public Calibrated run(CalibrationSample fit, CalibrationSample evaluation) {
    boolean same =
        Arrays.equals(fit.rows().scores(), evaluation.rows().scores())
            && Arrays.equals(fit.rows().labels(), evaluation.rows().labels());
    if (same) {
      throw new DataException(
          "the rows to measure on are those to fit to, which flatters; give others, or ask for it"
              + " with --evaluate-on-fit");
    }
    return run(fit, evaluation, CalibrationEvidence.Evaluation.OTHER_ROWS);
  }

  /** Measures on the rows fitted to, and says so in the evidence. */
  public Calibrated runOnFitRows(CalibrationSample fit) {
    return run(fit, fit, CalibrationEvidence.Evaluation.FIT_ROWS);
  }

  private Calibrated run(
      CalibrationSample fit,
      CalibrationSample evaluation,
      CalibrationEvidence.Evaluation evaluated) {
    GroupMaps maps =
        isByGroup()
            ? options.calibrator().fit(fit.rows(), fit.groups())
            : options.calibrator().fit(fit.rows());
    GroupMaps mixed = mixed(maps, UnknownGroups.mixture(maps, fit.rows(), fit.groups()));
    CalibratedScores mapped = maps.on(fit.rows().scores(), fit.groups());
    Optional<Multicalibration.Result> repaired =
        options
            .multicalibration()
            .map(by -> by.fit(mapped.probabilities(), fit.rows(), fit.groups()));
    Calibration calibration =
        new Calibration(
            fit.rows().scale(),
            isBlind() || (!isByGroup() && repaired.isEmpty()) ? List.of() : columns,
            isBlind() ? mixed : maps,
            repaired.map(Multicalibration.Result::repair));
    CalibratedScores after = calibration.on(evaluation.rows().scores(), evaluation.groups());
    Reliability before =
        Reliability.of(evaluation.rows().probabilities(), evaluation, options.audit());
    CalibrationEvidence evidence =
        new CalibrationEvidence(
            fit.rows().size(),
            evaluation.rows().size(),
            evaluated,
            before,
            Reliability.of(after.probabilities(), evaluation, options.audit()),
            evaluation.rows().size() < options.audit().minRows()
                ? Optional.empty()
                : Optional.of(
                    PairedChange.of(
                        evaluation.rows().probabilities(),
                        after.probabilities(),
                        evaluation,
                        options.audit())),
            isBlind() ? Optional.of(reliability(maps, evaluation)) : Optional.empty(),
            isByGroup() && !isBlind()
                ? Optional.of(reliability(mixed, evaluation))
                : Optional.empty(),
            subgroups(evaluation, after),
            repaired.map(result -> repaired(result, mapped, fit)),
            remarks(before, after));
    return new Calibrated(calibration, maps, evidence);
  }

  private boolean isByGroup() {
    return options.grouping() == CalibrationOptions.Grouping.BY_GROUP;
  }

  private boolean isBlind() {
    return options.deployment() == CalibrationOptions.Deployment.WITHOUT_GROUPS;
  }

  /** Everyone's map is the mixture; the groups are kept out of it. */
  private static GroupMaps mixed(GroupMaps maps, CalibrationMap mixture) {
    GroupMap everyone = maps.everyone();
    return GroupMaps.of(
        new GroupMap(
            everyone.values(),
            everyone.rows(),
            everyone.positives(),
            GroupMap.Source.OWN,
            Optional.empty(),
            everyone.pValue(),
            everyone.ownShare(),
            "the maps of %d groups, mixed by P(group | score)".formatted(maps.applied().size()),
            mixture));
  }

  private Reliability reliability(GroupMaps maps, CalibrationSample evaluation) {
    double[] probabilities =
        maps.on(evaluation.rows().scores(), evaluation.groups()).probabilities();
    return Reliability.of(probabilities, evaluation, options.audit());
  }

  private Optional<CalibrationEvidence.Subgroup> subgroups(
      CalibrationSample evaluation, CalibratedScores after) {
    if (evaluation.groups().isEmpty()) {
      return Optional.empty();
    }
    Multicalibration by = options.looked(evaluation.groups());
    ScoredRows rows = evaluation.rows();
    return Optional.of(
        new CalibrationEvidence.Subgroup(
            SubgroupAudit.of(rows.probabilities(), rows, evaluation.groups(), by),
            SubgroupAudit.of(after.probabilities(), rows, evaluation.groups(), by)));
  }

  private static CalibrationEvidence.Repaired repaired(
      Multicalibration.Result result, CalibratedScores before, CalibrationSample fit) {
    return new CalibrationEvidence.Repaired(
        result.repair().steps().size(),
        result.finished(),
        squaredError(before.probabilities(), fit.rows()),
        squaredError(result.probabilities(), fit.rows()));
  }

  private static double squaredError(double[] probabilities, ScoredRows rows) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < probabilities.length; i++) {
      sum += rows.weights()[i] * MeanMetric.BRIER.of(rows.labels()[i], probabilities[i]);
      total += rows.weights()[i];
    }
    return sum / total;
  }

  private static List<String> remarks(Reliability before, CalibratedScores after) {
    List<String> remarks = new ArrayList<>(BaseRateConflict.sentences(before.audit()));
    if (after.unseenRows() > 0) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%,d evaluation rows are of groups that no row fitted to has (%s); they got"
                  + " everyone's map.",
              after.unseenRows(),
              String.join(", ", after.unseenGroups())));
    }
    return remarks;
  }
}
