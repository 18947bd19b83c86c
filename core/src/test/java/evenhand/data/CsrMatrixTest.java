package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CsrMatrixTest extends MatrixContract {

  @Override
  CsrMatrix of(int rows, int columns, float[] values) {
    int[] offsets = new int[rows + 1];
    int[] indices = new int[values.length];
    float[] stored = new float[values.length];
    int at = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        if (values[i * columns + j] != 0) {
          indices[at] = j;
          stored[at++] = values[i * columns + j];
        }
      }
      offsets[i + 1] = at;
    }
    return new CsrMatrix(
        rows, columns, offsets, Arrays.copyOf(indices, at), Arrays.copyOf(stored, at));
  }

  @Test
  void writesTheZerosOut() {
    float[] values = draw(6, 5, new SplittableRandom(4));
    assertThat(of(6, 5, values).toDense()).isEqualTo(new DenseMatrix(6, 5, values));
  }

  @Test
  void compactTakesTheSmallerLayout() {
    float[] sparse = new float[100];
    sparse[50] = 1;
    assertThat(Matrix.compact(of(10, 10, sparse))).isInstanceOf(CsrMatrix.class);
    float[] full = new float[100];
    Arrays.fill(full, 1);
    assertThat(Matrix.compact(of(10, 10, full))).isEqualTo(new DenseMatrix(10, 10, full));
  }

  @Test
  void refusesOffsetsThatDoNotFit() {
    int[] offsets = {0, 1, 2};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsrMatrix(3, 2, offsets, new int[2], new float[2]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsrMatrix(2, 2, offsets, new int[3], new float[3]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsrMatrix(2, 2, offsets, new int[2], new float[3]))
        .withMessageContaining("got 3 offsets, 2 indices, 3 values for 2 rows");
  }
}
