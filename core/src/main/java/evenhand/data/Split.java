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
    int[] taken = taken(rows, share);
    for (int label : Arrays.stream(labels).distinct().toArray()) {
      keepBoth(rows, taken, labels, label, share);
    }
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

  /**
   * How many rows each cell gives; one that is owed at least half a row gives one, and one of two
   * rows or more keeps one.
   */
  private static int[] taken(List<List<Integer>> cells, double share) {
    int[] taken = new int[cells.size()];
    double owed = 0;
    for (int c = 0; c < taken.length; c++) {
      int size = cells.get(c).size();
      owed += share * size;
      int least = size >= 2 && share * size >= 0.5 ? 1 : 0;
      int most = size >= 2 ? size - 1 : size;
      taken[c] = (int) Math.min(most, Math.max(least, Math.round(owed)));
      owed -= taken[c];
    }
    return taken;
  }

  /** A label of two rows or more is on both sides, its largest cell sees to it. */
  private static void keepBoth(
      List<List<Integer>> cells, int[] taken, int[] labels, int label, double share) {
    int largest = -1;
    int all = 0;
    int out = 0;
    for (int c = 0; c < taken.length; c++) {
      if (labels[cells.get(c).get(0)] == label) {
        all += cells.get(c).size();
        out += taken[c];
        largest = largest < 0 || cells.get(c).size() > cells.get(largest).size() ? c : largest;
      }
    }
    if (share > 0 && all >= 2 && (out == 0 || out == all)) {
      taken[largest] += out == 0 ? 1 : -1;
    }
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
