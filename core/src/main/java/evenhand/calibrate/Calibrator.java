package evenhand.calibrate;

/**
 * How a map from scores to probabilities is fitted. The same rows give the same map; their order
 * matters to rounding only. A row of weight 2 counts as two of weight 1, one of weight 0 as none.
 *
 * <p>Whatever the rows, there is a map. Where all scores are the same it is constant. Each
 * calibrator says what it does with labels that are all the same or perfectly separated by the
 * scores.
 */
@FunctionalInterface
public interface Calibrator {

  CalibrationMap fit(ScoredRows rows);
}
