package evenhand.calibrate;

/**
 * A number before and after a calibration, on the same rows.
 *
 * @param before of the scores as they came
 * @param after of the calibrated ones
 * @param low of the interval of {@code after - before}
 * @param high of the same
 */
public record Change(double before, double after, double low, double high) {

  public double value() {
    return after - before;
  }

  /** Whether it became less by more than chance. */
  public boolean isSurelyLess() {
    return high < 0;
  }

  /** Whether it became more by more than chance. */
  public boolean isSurelyMore() {
    return low > 0;
  }
}
