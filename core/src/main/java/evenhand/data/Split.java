package evenhand.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Rows kept for training and rows held out, both in increasing order.
 *
 * @param training row numbers from 0
 * @param heldOut the other row numbers
 */
public record Split(int[] training, int[] heldOut) {

  /**
   * Holds out the same share of every label × group cell, as near as whole rows allow; a label of
   * two rows or more is on both sides. The same arguments give the same split.
   *
   * @param labels shape [n]
   * @param groups partitions of the n rows; the cells are those of their intersection
   * @param share of the rows to hold out, in [0, 1)
   */
  public static Split stratified(int[] labels, List<Groups> groups, double share, long seed) {
    if (!(0 <= share && share < 1)) {
      throw new DataException("the share of rows to hold out must be in [0, 1), was " + share);
    }
    int[] codes = groups.isEmpty() ? new int[labels.length] : Groups.cross(groups).codes();
    Map<Long, List<Integer>> cells = new TreeMap<>();
    for (int i = 0; i < labels.length; i++) {
      cells.computeIfAbsent(((long) codes[i] << 32) + labels[i], cell -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> rows = List.copyOf(cells.values());
    int[] taken = new CellShares(rows, labels, share).taken();
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] out = new boolean[labels.length];
    for (int c = 0; c < taken.length; c++) {
      List<Integer> cell = rows.get(c);
      for (int k = 0; k < taken[c]; k++) {
        int at = k + random.nextInt(cell.size() - k);
        int row = cell.get(at);
        cell.set(at, cell.get(k));
        out[row] = true;
      }
    }
    int total = Arrays.stream(taken).sum();
    int[] training = new int[labels.length - total];
    int[] heldOut = new int[total];
    int a = 0;
    int b = 0;
    for (int i = 0; i < labels.length; i++) {
      if (out[i]) {
        heldOut[b++] = i;
      } else {
        training[a++] = i;
      }
    }
    return new Split(training, heldOut);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Split that
        && Arrays.equals(training, that.training)
        && Arrays.equals(heldOut, that.heldOut);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(training) + Arrays.hashCode(heldOut);
  }

  @Override
  public String toString() {
    return "Split[" + training.length + " training, " + heldOut.length + " held out]";
  }
}
