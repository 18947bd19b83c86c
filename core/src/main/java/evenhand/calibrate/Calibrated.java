package evenhand.calibrate;

/**
 * A calibration with its evidence.
 *
 * @param calibration to apply to other rows
 * @param fitted what each group got, and why; {@code calibration}'s own maps, unless it is applied
 *     without the groups
 * @param evidence on rows that it was not fitted to
 */
public record Calibrated(Calibration calibration, GroupMaps fitted, CalibrationEvidence evidence) {}
