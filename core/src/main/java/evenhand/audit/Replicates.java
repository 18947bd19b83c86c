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

  Errors errors(Kind kind) {
    return kind == Kind.RATIO ? logarithms : differences;
  }

  /** The logarithm of a value ≥ 0; of 0, that of a number too small to matter. */
  static double log(double value) {
    return Math.log(Math.max(value, 1e-12));
  }
}
