package evenhand.data;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * How many rows each cell of a stratified split gives away: its share, as near as whole rows allow,
 * so that all give the share together. A cell of two rows or more that is owed at least half a row
 * gives one and keeps one, and a label of two rows or more is on both sides, where another cell can
 * stand in.
 *
 * @param cells the rows of each, none empty
 * @param labels of all rows
 * @param share in [0, 1)
 */
record CellShares(List<List<Integer>> cells, int[] labels, double share) {

  int[] taken() {
    int[] taken = new int[cells.size()];
    double owed = 0;
    for (int c = 0; c < taken.length; c++) {
      owed += share * size(c);
      taken[c] = (int) Math.min(size(c), Math.max(0, Math.round(owed)));
      owed -= taken[c];
    }
    for (int c = 0; c < taken.length; c++) {
      if (size(c) >= 2 && taken[c] == 0 && share * size(c) >= 0.5) {
        give(taken, c, other -> true);
      } else if (size(c) >= 2 && taken[c] == size(c) && (1 - share) * size(c) >= 0.5) {
        keep(taken, c, other -> true);
      }
    }
    for (int label : Arrays.stream(labels).distinct().toArray()) {
      keepBoth(taken, label);
    }
    return taken;
  }

  private int size(int cell) {
    return cells.get(cell).size();
  }

  private int label(int cell) {
    return labels[cells.get(cell).get(0)];
  }

  private void keepBoth(int[] taken, int label) {
    int largest = -1;
    int all = 0;
    int out = 0;
    for (int c = 0; c < taken.length; c++) {
      if (label(c) == label) {
        all += size(c);
        out += taken[c];
        largest = largest < 0 || size(c) > size(largest) ? c : largest;
      }
    }
    if (all >= 2 && out == 0) {
      give(taken, largest, other -> label(other) != label);
    } else if (all >= 2 && out == all) {
      keep(taken, largest, other -> label(other) != label);
    }
  }

  /** The cell gives a row more, in place of the one that gives most above its share. */
  private void give(int[] taken, int cell, IntPredicate among) {
    int donor = -1;
    for (int c = 0; c < taken.length; c++) {
      if (c != cell
          && among.test(c)
          && taken[c] >= 2
          && (donor < 0 || over(taken, c) > over(taken, donor))) {
        donor = c;
      }
    }
    if (donor >= 0) {
      taken[cell]++;
      taken[donor]--;
    }
  }

  /** The cell keeps a row more, in place of the one that gives least below its share. */
  private void keep(int[] taken, int cell, IntPredicate among) {
    int donor = -1;
    for (int c = 0; c < taken.length; c++) {
      boolean can = c != cell && among.test(c) && size(c) - taken[c] >= 2;
      if (can && (donor < 0 || over(taken, c) < over(taken, donor))) {
        donor = c;
      }
    }
    if (donor >= 0) {
      taken[cell]--;
      taken[donor]++;
    }
  }

  private double over(int[] taken, int cell) {
    return taken[cell] - share * size(cell);
  }
}
