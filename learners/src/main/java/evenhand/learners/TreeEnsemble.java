package evenhand.learners;

import java.util.Arrays;

/**
 * Binary decision trees in flat arrays, and how their leaves make a probability.
 *
 * <p>Tree t has the nodes {@code [roots[t], roots[t + 1])}, its root first; the two children of an
 * inner node lie side by side, behind it. Every node but a root is the child of exactly one node,
 * so every walk ends.
 *
 * @param link from the leaves a row reaches to its probability
 * @param base what the sum of leaves starts from, finite; 0 for a mean
 * @param columns of the features
 * @param roots shape [trees + 1], from 0 to the number of nodes
 * @param split of each node: −1 at a leaf, else twice the column, plus 1 where a value of zero goes
 *     left
 * @param left index of the left child, the right one follows it; 0 at a leaf
 * @param value at an inner node the threshold: smaller values go left; at a leaf what it adds
 */
record TreeEnsemble(
    Link link, float base, int columns, int[] roots, int[] split, int[] left, float[] value) {

  static final int LEAF = -1;

  /** From the leaves a row reaches to its probability. */
  enum Link {
    /** σ(base + Σ leaf); sums in single precision, as XGBoost does. */
    LOGISTIC,
    /** Σ leaf / trees, where leaves are probabilities; 0 without a tree. */
    MEAN
  }

  TreeEnsemble {
    int nodes = split.length;
    require(left.length == nodes && value.length == nodes, "arrays of nodes differ in length");
    require(columns >= 0 && columns <= Integer.MAX_VALUE / 2, "columns out of range");
    require(Float.isFinite(base), "base is not finite");
    require(roots.length >= 1 && roots[0] == 0, "the first root is not node 0");
    require(roots[roots.length - 1] == nodes, "the last tree does not end at the last node");
    boolean[] reached = new boolean[nodes];
    for (int tree = 0; tree + 1 < roots.length; tree++) {
      require(roots[tree] < roots[tree + 1] && roots[tree + 1] <= nodes, "an empty tree");
      reached[roots[tree]] = true;
      for (int node = roots[tree]; node < roots[tree + 1]; node++) {
        checkNode(node, roots[tree + 1], reached, columns, split, left, value);
      }
    }
    if (link == Link.MEAN) {
      require(base == 0, "a mean starts from 0");
      for (int node = 0; node < nodes; node++) {
        require(
            split[node] != LEAF || (value[node] >= 0 && value[node] <= 1),
            "a leaf is not a probability");
      }
    }
  }

  int trees() {
    return roots.length - 1;
  }

  int nodes() {
    return split.length;
  }

  /** Inner nodes that a row may have to pass, over all trees. */
  long steps() {
    int[] depth = new int[nodes()];
    long steps = 0;
    for (int tree = 0; tree < trees(); tree++) {
      int deepest = 0;
      for (int node = roots[tree]; node < roots[tree + 1]; node++) {
        deepest = Math.max(deepest, depth[node]);
        if (split[node] != LEAF) {
          depth[left[node]] = depth[node] + 1;
          depth[left[node] + 1] = depth[node] + 1;
        }
      }
      steps += deepest;
    }
    return steps;
  }

  private static void checkNode(
      int node, int end, boolean[] reached, int columns, int[] split, int[] left, float[] value) {
    require(reached[node], "a node that no node leads to");
    require(Float.isFinite(value[node]), "a value that is not finite");
    if (split[node] == LEAF) {
      require(left[node] == 0, "a leaf with a child");
      return;
    }
    require(
        split[node] >= 0 && split[node] >> 1 < columns, "a split on a column that is not there");
    int child = left[node];
    require(child > node && child < end - 1, "a child outside its tree or before its parent");
    require(!reached[child] && !reached[child + 1], "a node with two parents");
    reached[child] = true;
    reached[child + 1] = true;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("not a tree ensemble: " + otherwise);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeEnsemble that
        && link == that.link
        && Float.floatToIntBits(base) == Float.floatToIntBits(that.base)
        && columns == that.columns
        && Arrays.equals(roots, that.roots)
        && Arrays.equals(split, that.split)
        && Arrays.equals(left, that.left)
        && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(split) + Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "TreeEnsemble[" + trees() + " trees, " + nodes() + " nodes, " + columns + " columns]";
  }
}
