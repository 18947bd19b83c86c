package evenhand.learners;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.CsrMatrix;
import evenhand.data.DataException;
import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import org.junit.jupiter.api.Test;

final class FeatureRangeTest {

  private static DenseMatrix dense(float... values) {
    return new DenseMatrix(values.length / 2, 2, values);
  }

  private static void assertRefused(Matrix features, String where) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> FeatureRange.check("xgboost", features))
        .withMessage(
            "the feature in %s, but xgboost takes values from -1e38 to 1e38".formatted(where));
  }

  @Test
  void theEndsOfTheRangeAreInIt() {
    assertThatCode(() -> FeatureRange.check("xgboost", dense(1e38f, -1e38f, 0, -0f)))
        .doesNotThrowAnyException();
    float above = Math.nextUp(1e38f);
    assertRefused(dense(0, 0, 0, above), "row 1, column 1 is " + above);
  }

  @Test
  void theFirstWrongValueIsNamed() {
    assertRefused(dense(0, 1, Float.NaN, Float.NaN), "row 1, column 0 is NaN");
    assertRefused(dense(0, Float.NEGATIVE_INFINITY, 0, 0), "row 0, column 1 is -Infinity");
  }

  /** Rows 0 and 2 of four are empty. */
  @Test
  void emptyRowsDoNotShiftTheNumbers() {
    CsrMatrix sparse =
        new CsrMatrix(
            4, 9, new int[] {0, 0, 2, 2, 3}, new int[] {1, 4, 7}, new float[] {1, 2, Float.NaN});
    assertRefused(sparse, "row 3, column 7 is NaN");
  }
}
