package evenhand.calibrate;

import evenhand.audit.AuditOptions;
import evenhand.data.DataException;
import evenhand.data.Groups;
import java.util.List;
import java.util.Optional;

/**
 * How to calibrate and how surely to measure it.
 *
 * @param methods to choose from, the simplest first
 * @param grouping whether each group gets a map of its own
 * @param deployment whether the groups are known where the maps are applied
 * @param multicalibration after the maps; empty for none
 * @param minRows from which a group stands for itself
 * @param audit how surely to measure
 */
public record CalibrationOptions(
    List<CalibrationMethod> methods,
    Grouping grouping,
    Deployment deployment,
    Optional<Multicalibration> multicalibration,
    int minRows,
    AuditOptions audit) {

  private static final double ALPHA = 0.05;
  private static final int ORDER = 3;

  /** Whose map a row gets. */
  public enum Grouping {
    /** The same for all rows. */
    EVERYONE,
    /** That of its combination of values of the group columns. */
    BY_GROUP
  }

  /** What is known of a row when it is calibrated. */
  public enum Deployment {
    /** Its score and its groups. */
    WITH_GROUPS,
    /** Its score alone: the groups' maps are mixed by P(group | score). */
    WITHOUT_GROUPS
  }

  public CalibrationOptions {
    methods = List.copyOf(methods);
    if (deployment == Deployment.WITHOUT_GROUPS && multicalibration.isPresent()) {
      throw new DataException(
          "multicalibration moves the rows of subgroups, so it can't be applied without the"
              + " groups");
    }
    if (deployment == Deployment.WITHOUT_GROUPS && grouping == Grouping.EVERYONE) {
      throw new DataException(
          "a map for everyone needs no groups; only maps by group can be applied without them");
    }
  }

  /** What subgroups are looked at for; without a repair, no more of them than can be afforded. */
  Multicalibration looked(List<Groups> attributes) {
    return multicalibration.orElseGet(
        () -> new Multicalibration(ALPHA, Subgroups.affordable(attributes, ORDER), minRows, 1));
  }

  GroupCalibrator calibrator() {
    return new GroupCalibrator(
        methods, minRows, AuditOptions.defaults().confidence(), audit.seed());
  }
}
