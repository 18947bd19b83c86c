package evenhand.learner;

import evenhand.data.CsrMatrix;

/**
 * What {@link OneHotKernel} finds out about a matrix first.
 *
 * @param parameterOf of each column, shape [d]; d + 1 in all, with the intercept
 * @param valued columns that hold other values than 0 and 1
 * @param ones most ones that a row has in the other columns
 * @param padded whether some row has fewer
 */
@SuppressWarnings("ArrayRecordComponent")
record OneHotLayout(int[] parameterOf, int valued, int ones, boolean padded) {

  static OneHotLayout of(CsrMatrix matrix) {
    boolean[] holdsValues = new boolean[matrix.columns()];
    for (int at = 0; at < matrix.nonZeros(); at++) {
      holdsValues[matrix.indices()[at]] |= matrix.values()[at] != 1f;
    }
    int valued = 0;
    for (boolean holds : holdsValues) {
      valued += holds ? 1 : 0;
    }
    int[] parameterOf = new int[matrix.columns()];
    int nextValued = 0;
    int nextUnit = valued + 1;
    for (int j = 0; j < parameterOf.length; j++) {
      parameterOf[j] = holdsValues[j] ? nextValued++ : nextUnit++;
    }
    int most = 0;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < matrix.rows(); i++) {
      int ones = 0;
      for (int at = matrix.offsets()[i]; at < matrix.offsets()[i + 1]; at++) {
        ones += holdsValues[matrix.indices()[at]] ? 0 : 1;
      }
      most = Math.max(most, ones);
      fewest = Math.min(fewest, ones);
    }
    return new OneHotLayout(parameterOf, valued, most, fewest < most);
  }

  /** Whether it stores at most half as many entries again as the matrix has. */
  boolean isCompact(CsrMatrix matrix, int mostValued) {
    long stored = (long) matrix.rows() * (valued + ones);
    return valued <= mostValued
        && 2 * stored <= 3L * matrix.nonZeros()
        && stored <= Integer.MAX_VALUE - 8;
  }
}
