package evenhand.data;

import java.util.Arrays;

/**
 * Every value stored. The array is handed over, not copied.
 *
 * @param values row-major, shape [rows × columns]
 */
public record DenseMatrix(int rows, int columns, float[] values) implements Matrix {

  public DenseMatrix {
    if (rows < 0 || columns < 0 || values.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          "need rows × columns values, got %d for %d × %d".formatted(values.length, rows, columns));
    }
  }

  @Override
  public void times(double[] vector, double[] out) {
    RowBlocks.each(rows, (from, to) -> times(from, to, vector, out));
  }

  private void times(int from, int to, double[] vector, double[] out) {
    for (int i = from; i < to; i++) {
      double sum = 0;
      for (int j = 0, at = i * columns; j < columns; j++, at++) {
        sum += values[at] * vector[j];
      }
      out[i] = sum;
    }
  }

  @Override
  public DenseMatrix select(int[] chosen) {
    float[] picked = new float[Math.multiplyExact(chosen.length, columns)];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(values, chosen[i] * columns, picked, i * columns, columns);
    }
    return new DenseMatrix(chosen.length, columns, picked);
  }

  @Override
  public void copyRow(int row, float[] out) {
    System.arraycopy(values, row * columns, out, 0, columns);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DenseMatrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "DenseMatrix[" + rows + " × " + columns + "]";
  }
}
