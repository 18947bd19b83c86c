package evenhand.data;

import java.util.stream.IntStream;

/**
 * Work on rows that do not depend on each other, shared out to threads where there are many rows.
 */
public final class RowBlocks {

  private static final int ROWS = 4096;

  private RowBlocks() {}

  /** Does something to the rows [from, to). */
  @FunctionalInterface
  public interface Work {
    void on(int from, int to);
  }

  /** Covers the rows [0, rows), each once, in no order. */
  public static void each(int rows, Work work) {
    if (rows < 2 * ROWS) {
      work.on(0, rows);
      return;
    }
    int blocks = (int) (((long) rows + ROWS - 1) / ROWS);
    IntStream.range(0, blocks)
        .parallel()
        .forEach(block -> work.on(block * ROWS, (int) Math.min(rows, (block + 1L) * ROWS)));
  }
}
