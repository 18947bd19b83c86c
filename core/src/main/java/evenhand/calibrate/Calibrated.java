package evenhand.calibrate;

/**
 * A calibration with its evidence.
 *
 * @param calibration to apply to other rows
 * @param evidence on rows that it was not fitted to
 */
public record Calibrated(Calibration calibration, CalibrationEvidence evidence) {}
