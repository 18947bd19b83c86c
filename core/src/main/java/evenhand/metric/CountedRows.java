package evenhand.metric;

import org.jspecify.annotations.Nullable;

/** Labels, decisions and weights of n rows, as the counting pass reads them: block by block. */
sealed interface CountedRows {

  int size();

  /** Shape [n]; null where every weight is 1. */
  double @Nullable [] weights();

  int label(int row);

  /** Probability of acceptance. */
  double decision(int row);

  /**
   * Works out the cell 2y + d of every row of a block into {@code out}.
   *
   * @return false when some row of the block is no whole row in one cell: {@code out} is undefined
   * @throws IllegalArgumentException when a label is not 0 or 1
   */
  boolean cells(int from, int to, byte[] out);

  /** Every row decided and of weight 1. */
  @SuppressWarnings("ArrayRecordComponent")
  record Decided(int[] labels, int[] decisions) implements CountedRows {

    public Decided {
      checkSizes(labels.length, decisions.length);
    }

    @Override
    public int size() {
      return labels.length;
    }

    @Override
    public double @Nullable [] weights() {
      return null;
    }

    @Override
    public int label(int row) {
      return labels[row];
    }

    @Override
    public double decision(int row) {
      return decisions[row];
    }

    @Override
    public boolean cells(int from, int to, byte[] out) {
      int seen = 0;
      for (int i = from; i < to; i++) {
        seen |= labels[i] | decisions[i];
        out[i - from] = (byte) (2 * labels[i] + decisions[i]);
      }
      if ((seen & ~1) != 0) {
        throw new IllegalArgumentException("labels and decisions must be 0 or 1");
      }
      return true;
    }
  }

  /**
   * Rows that are accepted with a probability.
   *
   * @param weights shape [n], finite, ≥ 0; null: all 1
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Shared(int[] labels, double[] decisions, double @Nullable [] weights)
      implements CountedRows {

    public Shared {
      checkSizes(labels.length, decisions.length);
      checkSizes(labels.length, weights == null ? labels.length : weights.length);
    }

    @Override
    public int size() {
      return labels.length;
    }

    @Override
    public int label(int row) {
      return labels[row];
    }

    @Override
    public double decision(int row) {
      return decisions[row];
    }

    @Override
    public boolean cells(int from, int to, byte[] out) {
      int seen = 0;
      int shared = 0;
      for (int i = from; i < to; i++) {
        int accepted = (int) decisions[i];
        seen |= labels[i];
        shared |= accepted == decisions[i] ? accepted : 2;
        out[i - from] = (byte) (2 * labels[i] + accepted);
      }
      if ((seen & ~1) != 0) {
        throw new IllegalArgumentException("labels must be 0 or 1");
      }
      return weights == null && (shared & ~1) == 0;
    }
  }

  private static void checkSizes(int labels, int others) {
    if (labels != others) {
      throw new IllegalArgumentException("sizes differ: %d labels, %d".formatted(labels, others));
    }
  }
}
