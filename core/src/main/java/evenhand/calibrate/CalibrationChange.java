package evenhand.calibrate;

import java.util.List;

/**
 * Whether a calibration helped, on rows measured before and after. Less is better of each number.
 *
 * @param changed whether any probability is another one
 * @param logLoss weighted mean, in nats
 * @param ece expected calibration error over 10 bins of equal width, in [0, 1]
 * @param disparities of every attribute of which at least two groups have enough rows
 */
public record CalibrationChange(
    boolean changed, Change logLoss, Change ece, List<Disparity> disparities) {

  /**
   * The largest minus the smallest ECE of a group with enough rows.
   *
   * @param attribute its name, {@code sex&race} for an intersection
   */
  public record Disparity(String attribute, Change change) {}

  /** What became of log loss and ECE. */
  public enum Verdict {
    /** The scores are as they came. */
    UNCHANGED,
    /** One is surely less, and neither surely more. */
    BETTER,
    /** Both changes may be chance. */
    NO_BETTER,
    /** One is surely less, the other surely more. */
    MIXED,
    /** One is surely more, and neither surely less. */
    WORSE
  }

  public CalibrationChange {
    disparities = List.copyOf(disparities);
  }

  public Verdict verdict() {
    if (!changed) {
      return Verdict.UNCHANGED;
    }
    boolean less = logLoss.isSurelyLess() || ece.isSurelyLess();
    boolean more = logLoss.isSurelyMore() || ece.isSurelyMore();
    if (less) {
      return more ? Verdict.MIXED : Verdict.BETTER;
    }
    return more ? Verdict.WORSE : Verdict.NO_BETTER;
  }
}
