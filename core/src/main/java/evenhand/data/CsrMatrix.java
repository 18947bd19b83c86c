package evenhand.data;

import java.util.Arrays;

/**
 * Only the non-zero values stored, row after row. The arrays are handed over, not copied.
 *
 * @param offsets shape [rows + 1]: row i is at [offsets[i], offsets[i + 1]) of the other two
 * @param indices column of each stored value, increasing within a row
 * @param values the stored values
 */
public record CsrMatrix(int rows, int columns, int[] offsets, int[] indices, float[] values)
    implements Matrix {

  public CsrMatrix {
    if (offsets.length != rows + 1
        || offsets[0] != 0
        || offsets[rows] != indices.length
        || indices.length != values.length) {
      throw new IllegalArgumentException(
          "offsets must run from 0 to the number of values, got %d offsets, %d indices, %d values for %d rows"
              .formatted(offsets.length, indices.length, values.length, rows));
    }
  }

  public int nonZeros() {
    return values.length;
  }

  @Override
  public void times(double[] vector, double[] out) {
    RowBlocks.each(rows, (from, to) -> times(from, to, vector, out));
  }

  private void times(int from, int to, double[] vector, double[] out) {
    for (int i = from; i < to; i++) {
      double sum = 0;
      for (int at = offsets[i]; at < offsets[i + 1]; at++) {
        sum += values[at] * vector[indices[at]];
      }
      out[i] = sum;
    }
  }

  @Override
  public CsrMatrix select(int[] chosen) {
    int[] newOffsets = new int[chosen.length + 1];
    for (int i = 0; i < chosen.length; i++) {
      int length = offsets[chosen[i] + 1] - offsets[chosen[i]];
      newOffsets[i + 1] = Math.addExact(newOffsets[i], length);
    }
    int[] newIndices = new int[newOffsets[chosen.length]];
    float[] newValues = new float[newIndices.length];
    for (int i = 0; i < chosen.length; i++) {
      int length = newOffsets[i + 1] - newOffsets[i];
      System.arraycopy(indices, offsets[chosen[i]], newIndices, newOffsets[i], length);
      System.arraycopy(values, offsets[chosen[i]], newValues, newOffsets[i], length);
    }
    return new CsrMatrix(chosen.length, columns, newOffsets, newIndices, newValues);
  }

  @Override
  public void copyRow(int row, float[] out) {
    Arrays.fill(out, 0, columns, 0f);
    for (int at = offsets[row]; at < offsets[row + 1]; at++) {
      out[indices[at]] = values[at];
    }
  }

  /** The same values with the zeros written out. */
  public DenseMatrix toDense() {
    float[] dense = new float[Math.multiplyExact(rows, columns)];
    for (int i = 0; i < rows; i++) {
      for (int at = offsets[i]; at < offsets[i + 1]; at++) {
        dense[i * columns + indices[at]] = values[at];
      }
    }
    return new DenseMatrix(rows, columns, dense);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CsrMatrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(offsets, that.offsets)
        && Arrays.equals(indices, that.indices)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(offsets) + Arrays.hashCode(indices))
        + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "CsrMatrix[" + rows + " × " + columns + ", " + values.length + " non-zero]";
  }
}
