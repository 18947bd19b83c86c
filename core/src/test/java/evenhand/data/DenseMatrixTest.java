package evenhand.data;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class DenseMatrixTest extends MatrixContract {

  @Override
  Matrix of(int rows, int columns, float[] values) {
    return new DenseMatrix(rows, columns, values);
  }

  @Test
  void refusesAnotherNumberOfValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DenseMatrix(2, 3, new float[5]))
        .withMessage("need rows × columns values, got 5 for 2 × 3");
    assertThatIllegalArgumentException().isThrownBy(() -> new DenseMatrix(-2, -3, new float[6]));
    assertThatIllegalArgumentException()
        .as("the product overflows an int")
        .isThrownBy(() -> new DenseMatrix(1 << 16, 1 << 16, new float[0]));
  }
}
