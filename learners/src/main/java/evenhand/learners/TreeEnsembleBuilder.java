package evenhand.learners;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Lays trees of any kind of node out in the flat arrays, breadth first. */
final class TreeEnsembleBuilder {

  /**
   * How to look at a library's tree.
   *
   * @param <N> a node
   */
  interface Nodes<N> {

    boolean isLeaf(N node);

    N left(N node);

    N right(N node);

    int column(N node);

    /** Threshold of an inner node, below which values go left; what a leaf adds. */
    float value(N node);

    boolean isZeroLeft(N node);
  }

  private final TreeEnsemble.Link link;
  private final float base;
  private final int columns;
  private int[] roots = {0};
  private int[] split = new int[256];
  private int[] left = new int[256];
  private float[] value = new float[256];
  private int nodes;

  TreeEnsembleBuilder(TreeEnsemble.Link link, float base, int columns) {
    this.link = link;
    this.base = base;
    this.columns = columns;
  }

  <N> void add(N root, Nodes<N> tree) {
    Deque<N> waiting = new ArrayDeque<>();
    waiting.add(root);
    int allotted = nodes + 1;
    while (!waiting.isEmpty()) {
      N node = waiting.remove();
      reserve();
      value[nodes] = tree.value(node);
      if (tree.isLeaf(node)) {
        split[nodes] = TreeEnsemble.LEAF;
      } else {
        split[nodes] = 2 * tree.column(node) + (tree.isZeroLeft(node) ? 1 : 0);
        left[nodes] = allotted;
        allotted += 2;
        waiting.add(tree.left(node));
        waiting.add(tree.right(node));
      }
      nodes++;
    }
    roots = Arrays.copyOf(roots, roots.length + 1);
    roots[roots.length - 1] = nodes;
  }

  TreeEnsemble build() {
    return new TreeEnsemble(
        link,
        base,
        columns,
        roots,
        Arrays.copyOf(split, nodes),
        Arrays.copyOf(left, nodes),
        Arrays.copyOf(value, nodes));
  }

  private void reserve() {
    if (nodes == split.length) {
      int larger = Math.multiplyExact(2, nodes);
      split = Arrays.copyOf(split, larger);
      left = Arrays.copyOf(left, larger);
      value = Arrays.copyOf(value, larger);
    }
  }
}
