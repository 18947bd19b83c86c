package evenhand.audit;

import evenhand.parity.Kind;

/**
 * One metric as other samples of the same sizes might show it.
 *
 * @param differences errors of the values
 * @param logarithms errors of the values' logarithms
 * @param centres the values that {@code logarithms} are errors of, shape [k]
 * @param overallCentre the same of all rows
 */
record Replicates(Errors differences, Errors logarithms, double[] centres, double overallCentre) {

  /** How many times its own value a value may err for its logarithm to be told. */
  private static final double MOST_SHARE = 10;

  /** Whether a group's value is so far below its own error that a ratio with it can be anything. */
  boolean isDrowned(int group) {
    return isDrowned(logarithms.groups()[group]);
  }

  /** The same of all rows. */
  boolean isOverallDrowned() {
    return isDrowned(logarithms.overall());
  }

  private static boolean isDrowned(double[] errors) {
    double squares = 0;
    for (double error : errors) {
      squares += error * error / errors.length;
    }
    return !(squares <= MOST_SHARE * MOST_SHARE);
  }

  Errors errors(Kind kind) {
    return kind == Kind.RATIO ? logarithms : differences;
  }

  /** The logarithm of a value ≥ 0; of 0, that of a number too small to matter. */
  static double log(double value) {
    return Math.log(Math.max(value, 1e-12));
  }
}
