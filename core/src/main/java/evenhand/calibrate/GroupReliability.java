package evenhand.calibrate;

import evenhand.audit.Measurement;
import evenhand.metric.CalibrationBins;
import java.util.List;

/**
 * How far the probabilities of one group's rows can be taken at their word.
 *
 * @param name of the group; {@code overall} for all rows
 * @param rows how many
 * @param ece expected calibration error over 10 bins of equal width, in [0, 1]
 * @param eceEqualMass the same over 10 bins of equal weight
 * @param slope of the labels' log odds by the probabilities' log odds: 1 where right, below 1 where
 *     the probabilities are too extreme
 * @param intercept by which log odds are off on the whole, the slope being 1: 0 where right, above
 *     0 where the probabilities are too low
 * @param bins of equal width, of the reliability diagram; those without rows are left out
 */
public record GroupReliability(
    String name,
    long rows,
    Measurement ece,
    Measurement eceEqualMass,
    Measurement slope,
    Measurement intercept,
    List<CalibrationBins.Bin> bins) {

  public GroupReliability {
    bins = List.copyOf(bins);
  }
}
