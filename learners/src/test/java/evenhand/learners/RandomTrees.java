package evenhand.learners;

import evenhand.data.DenseMatrix;
import evenhand.learners.TreeEnsemble.Link;
import java.util.SplittableRandom;

/** Ensembles of random shape, thresholds among the values of {@link Samples#steps} and between. */
final class RandomTrees {

  private static final Split LEAF = new Split(null, null, 0, 0, false);

  private RandomTrees() {}

  private record Split(Split left, Split right, int column, float value, boolean zeroLeft) {}

  static TreeEnsemble of(int columns, SplittableRandom random) {
    boolean mean = random.nextBoolean();
    TreeEnsembleBuilder builder =
        new TreeEnsembleBuilder(
            mean ? Link.MEAN : Link.LOGISTIC, mean ? 0 : (float) random.nextGaussian(), columns);
    int trees = random.nextInt(8);
    for (int tree = 0; tree < trees; tree++) {
      builder.add(grow(columns, 6, random), new Nodes());
    }
    return builder.build();
  }

  private static Split grow(int columns, int depth, SplittableRandom random) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return new Split(LEAF, LEAF, -1, (float) random.nextDouble(), false);
    }
    return new Split(
        grow(columns, depth - 1, random),
        grow(columns, depth - 1, random),
        random.nextInt(columns),
        random.nextInt(-5, 6) / 2f,
        random.nextBoolean());
  }

  /** The definition, one node at a time. */
  static double walk(TreeEnsemble ensemble, DenseMatrix rows, int row) {
    float sum = ensemble.base();
    for (int tree = 0; tree < ensemble.trees(); tree++) {
      int node = ensemble.roots()[tree];
      while (ensemble.split()[node] != TreeEnsemble.LEAF) {
        int split = ensemble.split()[node];
        float value = rows.values()[row * rows.columns() + split / 2];
        boolean left = value == 0 ? split % 2 == 1 : value < ensemble.value()[node];
        node = ensemble.left()[node] + (left ? 0 : 1);
      }
      sum += ensemble.value()[node];
    }
    if (ensemble.link() == Link.LOGISTIC) {
      return 1 / (1 + StrictMath.exp(-sum));
    }
    return ensemble.trees() == 0 ? 0 : (double) sum / ensemble.trees();
  }

  private static final class Nodes implements TreeEnsembleBuilder.Nodes<Split> {

    @Override
    public boolean isLeaf(Split node) {
      return node.column() < 0;
    }

    @Override
    public Split left(Split node) {
      return node.left();
    }

    @Override
    public Split right(Split node) {
      return node.right();
    }

    @Override
    public int column(Split node) {
      return node.column();
    }

    @Override
    public float value(Split node) {
      return node.value();
    }

    @Override
    public boolean isZeroLeft(Split node) {
      return node.zeroLeft();
    }
  }
}
