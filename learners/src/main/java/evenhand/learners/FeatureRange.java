package evenhand.learners;

import evenhand.data.CsrMatrix;
import evenhand.data.DataException;
import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;

/** The values that the libraries can take without overflowing in single precision. */
final class FeatureRange {

  private static final float LIMIT = 1e38f;

  private FeatureRange() {}

  /**
   * Refuses NaN and magnitudes above 1e38.
   *
   * @throws DataException naming row and column, both from 0
   */
  static void check(String learner, Matrix features) {
    float[] values =
        features instanceof DenseMatrix dense ? dense.values() : ((CsrMatrix) features).values();
    for (int at = 0; at < values.length; at++) {
      if (!(Math.abs(values[at]) <= LIMIT)) {
        throw refusal(learner, features, at);
      }
    }
  }

  private static DataException refusal(String learner, Matrix features, int at) {
    int row;
    int column;
    float value;
    if (features instanceof DenseMatrix dense) {
      row = at / dense.columns();
      column = at % dense.columns();
      value = dense.values()[at];
    } else {
      CsrMatrix sparse = (CsrMatrix) features;
      row = 0;
      while (sparse.offsets()[row + 1] <= at) {
        row++;
      }
      column = sparse.indices()[at];
      value = sparse.values()[at];
    }
    return new DataException(
        "the feature in row %d, column %d is %s, but %s takes values from -1e38 to 1e38"
            .formatted(row, column, value, learner));
  }
}
