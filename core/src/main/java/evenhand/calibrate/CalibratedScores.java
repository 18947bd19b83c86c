package evenhand.calibrate;

import java.util.List;

/**
 * Calibrated probabilities of n rows.
 *
 * @param probabilities shape [n], in [0, 1]
 * @param unseenRows rows whose group was not there when the maps were fitted: they got everyone's
 * @param unseenGroups the names of those groups
 */
public record CalibratedScores(double[] probabilities, long unseenRows, List<String> unseenGroups) {

  public CalibratedScores {
    unseenGroups = List.copyOf(unseenGroups);
  }
}
