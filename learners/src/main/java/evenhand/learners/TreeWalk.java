package evenhand.learners;

import evenhand.data.CsrMatrix;
import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import java.util.Arrays;

/**
 * A tree ensemble laid out for speed: a block of rows goes down each tree side by side and without
 * a branch, as many steps as the tree is deep; a row that reached its leaf stays there.
 *
 * <p>Values and thresholds are compared as integers of the same order. Each row holds every value
 * twice, at {@code 2·column} with zeros replaced by what is above all thresholds and at {@code
 * 2·column + 1} by what is below, so that a node's {@code split} is the place to look.
 */
final class TreeWalk {

  private static final int ABOVE_ALL = key(Float.POSITIVE_INFINITY);
  private static final int BELOW_ALL = key(Float.NEGATIVE_INFINITY);
  private static final int NEVER_RIGHT = Integer.MAX_VALUE;

  private final TreeEnsemble ensemble;
  private final int[] place;
  private final int[] threshold;
  private final int[] left;
  private final int[] depths;

  TreeWalk(TreeEnsemble ensemble) {
    this.ensemble = ensemble;
    int nodes = ensemble.nodes();
    place = new int[nodes];
    threshold = new int[nodes];
    left = new int[nodes];
    depths = new int[ensemble.trees()];
    int[] depth = new int[nodes];
    for (int tree = 0; tree < depths.length; tree++) {
      for (int node = ensemble.roots()[tree]; node < ensemble.roots()[tree + 1]; node++) {
        lay(node, depth);
        depths[tree] = Math.max(depths[tree], depth[node]);
      }
    }
  }

  private void lay(int node, int[] depth) {
    if (ensemble.split()[node] == TreeEnsemble.LEAF) {
      left[node] = node;
      threshold[node] = NEVER_RIGHT;
      return;
    }
    int child = ensemble.left()[node];
    place[node] = ensemble.split()[node];
    threshold[node] = key(ensemble.value()[node]);
    left[node] = child;
    depth[child] = depth[node] + 1;
    depth[child + 1] = depth[node] + 1;
  }

  /**
   * Adds to {@code sums} the leaves that the rows from {@code first} reach, tree by tree.
   *
   * @param sums one per row of the block
   */
  void add(Matrix features, int first, float[] sums) {
    int[] rows = spread(features, first, sums.length);
    int[] at = new int[sums.length];
    for (int tree = 0; tree < depths.length; tree++) {
      Arrays.fill(at, ensemble.roots()[tree]);
      for (int step = 0; step < depths[tree]; step++) {
        descend(rows, at);
      }
      for (int i = 0; i < at.length; i++) {
        sums[i] += ensemble.value()[at[i]];
      }
    }
  }

  private void descend(int[] rows, int[] at) {
    int width = 2 * ensemble.columns();
    for (int i = 0, row = 0; i < at.length; i++, row += width) {
      int node = at[i];
      long below = (long) threshold[node] - rows[row + place[node]]; // > 0: goes left
      at[i] = left[node] + (int) ((below - 1) >>> 63);
    }
  }

  private int[] spread(Matrix features, int first, int count) {
    int columns = ensemble.columns();
    int[] rows = new int[count * 2 * columns];
    for (int i = 0; i < rows.length; i += 2) {
      rows[i] = ABOVE_ALL;
      rows[i + 1] = BELOW_ALL;
    }
    for (int i = 0; i < count; i++) {
      int row = 2 * i * columns;
      if (features instanceof DenseMatrix dense) {
        int from = (first + i) * columns;
        for (int j = 0; j < columns; j++) {
          put(dense.values()[from + j], rows, row + 2 * j);
        }
      } else {
        CsrMatrix sparse = (CsrMatrix) features;
        for (int k = sparse.offsets()[first + i]; k < sparse.offsets()[first + i + 1]; k++) {
          put(sparse.values()[k], rows, row + 2 * sparse.indices()[k]);
        }
      }
    }
    return rows;
  }

  /** Zeros and NaN stay as they were filled in. */
  private static void put(float value, int[] rows, int at) {
    if (value < 0 || value > 0) {
      rows[at] = key(value);
      rows[at + 1] = rows[at];
    }
  }

  /** An integer that orders as the float does; not for NaN. */
  private static int key(float value) {
    int bits = Float.floatToRawIntBits(value);
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }
}
