package evenhand.calibrate;

import java.util.List;
import java.util.Optional;

/**
 * What a calibration did on rows that it was not fitted to.
 *
 * @param fitRows rows fitted to
 * @param evaluationRows rows measured on
 * @param evaluation whether those are other rows
 * @param before the scores as they came
 * @param after calibrated, as they will be applied
 * @param change from before to after; empty where too few rows are measured on
 * @param withGroups calibrated by group, where the calibration is applied without the groups
 * @param withoutGroups the groups' maps mixed by P(group | score), where they are applied by group:
 *     what not knowing the groups would cost
 * @param subgroups where there are groups
 * @param multicalibration how the repair ended; empty without one
 * @param remarks sentences a reader must know
 */
public record CalibrationEvidence(
    long fitRows,
    long evaluationRows,
    Evaluation evaluation,
    Reliability before,
    Reliability after,
    Optional<CalibrationChange> change,
    Optional<Reliability> withGroups,
    Optional<Reliability> withoutGroups,
    Optional<Subgroup> subgroups,
    Optional<Repaired> multicalibration,
    List<String> remarks) {

  /** Which rows were measured on. */
  public enum Evaluation {
    OTHER_ROWS,
    /** Those fitted to, because that was asked for: it flatters. */
    FIT_ROWS
  }

  /** Whether the rows measured on are not those fitted to. */
  public boolean isOnOtherRows() {
    return evaluation == Evaluation.OTHER_ROWS;
  }

  /** Every subgroup's buckets on the evaluation rows. */
  public record Subgroup(SubgroupAudit before, SubgroupAudit after) {}

  /**
   * How the repair ended on the rows it was fitted to.
   *
   * @param steps taken
   * @param finished whether no bucket is left that is off by more than α
   * @param squaredErrorBefore weighted mean, in [0, 1]
   * @param squaredErrorAfter the same; never more
   */
  public record Repaired(
      int steps, boolean finished, double squaredErrorBefore, double squaredErrorAfter) {}

  public CalibrationEvidence {
    remarks = List.copyOf(remarks);
  }
}
