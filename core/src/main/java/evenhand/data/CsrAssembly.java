package evenhand.data;

/** Fills a sparse matrix column after column: counted first, then put, in the same order. */
final class CsrAssembly {

  private final Table table;
  private final int columns;

  /**
   * While counting: non-zeros of row i at i + 1. While putting: where the next of row i goes, at i.
   */
  private final int[] cursor;

  private int[] offsets = new int[0];
  private int[] indices = new int[0];
  private float[] values = new float[0];

  CsrAssembly(Table table, int columns) {
    this.table = table;
    this.columns = columns;
    this.cursor = new int[table.rows() + 1];
  }

  @SuppressWarnings("unused") // has the shape of ColumnPass.Sink
  void count(int row, int index, float value) {
    cursor[row + 1]++;
  }

  void allocate() {
    long total = 0;
    for (int i = 0; i < cursor.length; i++) {
      total += cursor[i];
      if (total > Integer.MAX_VALUE - 8) {
        throw new DataException(
            "%s: %d rows of %d features hold more than %d values, which is too many for one matrix"
                .formatted(table.origin(), table.rows(), columns, Integer.MAX_VALUE - 8));
      }
      cursor[i] = (int) total;
    }
    offsets = cursor.clone();
    indices = new int[(int) total];
    values = new float[(int) total];
  }

  void put(int row, int index, float value) {
    int at = cursor[row]++;
    indices[at] = index;
    values[at] = value;
  }

  CsrMatrix matrix() {
    return new CsrMatrix(table.rows(), columns, offsets, indices, values);
  }
}
