package evenhand.torch.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws batches of trusted rows in which no cell of group and label is missing.
 *
 * <p>{@code sample_fair} of Yan et al., "FORML", 2022, algorithm 1 and appendix A.1.
 */
final class TrustedRows {

  private final int size;
  private final int rows;
  private final List<int[]> cells = new ArrayList<>();
  private final int least;

  /**
   * @param size of a batch; all rows where there are no more
   * @param least rows of every cell of group and label, as far as it has them
   */
  TrustedRows(Examples trusted, int size, int least) {
    this.size = size;
    this.rows = trusted.size();
    this.least = least;
    int[] codes = trusted.cells().codes();
    int count = Arrays.stream(codes).max().orElse(-1) + 1;
    for (int c = 0; c < count; c++) {
      int cell = c;
      cells.add(java.util.stream.IntStream.range(0, rows).filter(i -> codes[i] == cell).toArray());
    }
  }

  /** Whether every batch is all rows. */
  boolean isWhole() {
    return size >= rows;
  }

  /**
   * @return distinct rows, in rising order
   */
  int[] draw(SplittableRandom random) {
    boolean[] taken = new boolean[rows];
    if (isWhole()) {
      Arrays.fill(taken, true);
      return numbers(taken);
    }
    int count = 0;
    for (int[] cell : cells) {
      int wanted = Math.min(least, cell.length);
      for (int k = 0; k < wanted; k++) {
        count += take(cell, taken, random);
      }
    }
    int[] all = java.util.stream.IntStream.range(0, rows).toArray();
    while (count < size) {
      count += take(all, taken, random);
    }
    return numbers(taken);
  }

  private static int take(int[] among, boolean[] taken, SplittableRandom random) {
    int row;
    do {
      row = among[random.nextInt(among.length)];
    } while (taken[row]);
    taken[row] = true;
    return 1;
  }

  private static int[] numbers(boolean[] taken) {
    return java.util.stream.IntStream.range(0, taken.length).filter(i -> taken[i]).toArray();
  }
}
