package evenhand.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.learners.TreeEnsemble.Link;
import org.junit.jupiter.api.Test;

final class TreeEnsembleTest {

  /** One tree: column 1 below 0.5 goes left (as do zeros), then column 0 below −1. */
  static TreeEnsemble small() {
    return new TreeEnsemble(
        Link.LOGISTIC,
        0.25f,
        2,
        new int[] {0, 5},
        new int[] {2 * 1 + 1, 2 * 0, -1, -1, -1},
        new int[] {1, 3, 0, 0, 0},
        new float[] {0.5f, -1, 2, -3, 4});
  }

  @Test
  void countsItsTreesAndNodes() {
    assertThat(small().trees()).isEqualTo(1);
    assertThat(small().nodes()).isEqualTo(5);
    assertThat(small()).isEqualTo(small()).hasSameHashCodeAs(small());
    assertThat(small()).hasToString("TreeEnsemble[1 trees, 5 nodes, 2 columns]");
  }

  @Test
  void refusesWhatIsNoTree() {
    int[] split = {3, 0, -1, -1, -1};
    assertRefused(
        split, new int[] {0, 3, 0, 0, 0}, "a child outside its tree or before its parent");
    assertRefused(
        split, new int[] {1, 4, 0, 0, 0}, "a child outside its tree or before its parent");
    assertRefused(
        split, new int[] {-7, 3, 0, 0, 0}, "a child outside its tree or before its parent");
    assertRefused(split, new int[] {1, 2, 0, 0, 0}, "a node with two parents");
    assertRefused(new int[] {3, -1, -1, -1, -1}, new int[] {1, 0, 0, 0, 0}, "no node leads to");
    assertRefused(split, new int[] {1, 3, 1, 0, 0}, "a leaf with a child");
    assertRefused(new int[] {4, 0, -1, -1, -1}, new int[] {1, 3, 0, 0, 0}, "a column that is not");
    assertRefused(new int[] {-2, 0, -1, -1, -1}, new int[] {1, 3, 0, 0, 0}, "a column that is not");
  }

  private static void assertRefused(int[] split, int[] left, String why) {
    float[] values = {1, 1, 1, 1, 1};
    assertThatThrownBy(
            () -> new TreeEnsemble(Link.LOGISTIC, 0, 2, new int[] {0, 5}, split, left, values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a tree ensemble: ")
        .hasMessageContaining(why);
  }

  @Test
  void refusesValuesThatAreNoNumbers() {
    assertLeafRefused(Link.LOGISTIC, 0, Float.NaN, "a value that is not finite");
    assertLeafRefused(Link.LOGISTIC, 0, Float.POSITIVE_INFINITY, "a value that is not finite");
    assertLeafRefused(Link.LOGISTIC, Float.NaN, 0, "base is not finite");
    assertLeafRefused(Link.MEAN, 0, 1.5f, "a leaf is not a probability");
    assertLeafRefused(Link.MEAN, 0.5f, 0.5f, "a mean starts from 0");
  }

  private static void assertLeafRefused(Link link, float base, float leaf, String why) {
    assertThatThrownBy(
            () ->
                new TreeEnsemble(
                    link,
                    base,
                    1,
                    new int[] {0, 1},
                    new int[] {-1},
                    new int[1],
                    new float[] {leaf}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void refusesRootsThatDoNotCutTheNodesIntoTrees() {
    for (int[] roots : new int[][] {{}, {1, 1}, {0, 0, 1}, {0, 2}, {0}, {0, 2, 1}, {0, -1, 1}}) {
      assertThatThrownBy(
              () ->
                  new TreeEnsemble(
                      Link.MEAN, 0, 1, roots, new int[] {-1}, new int[1], new float[1]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("not a tree ensemble: ");
    }
  }
}
