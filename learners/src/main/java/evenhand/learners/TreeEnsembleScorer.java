package evenhand.learners;

import evenhand.data.CsrMatrix;
import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import evenhand.learner.Scorer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Trees walked in plain Java: no native memory, and a model file never reaches a native parser. A
 * value of zero is no value: it goes where the split sends missing values, so that dense and sparse
 * rows score the same. XGBoost's single-precision arithmetic is followed, sum for sum.
 */
public final class TreeEnsembleScorer implements Scorer {

  private static final int BLOCK_ROWS = 64;
  private static final int BLOCK_VALUES = 1 << 18;

  private final TreeEnsemble ensemble;

  TreeEnsembleScorer(TreeEnsemble ensemble) {
    this.ensemble = ensemble;
  }

  TreeEnsemble ensemble() {
    return ensemble;
  }

  /** The number of trees; 0 where every row gets the same score. */
  public int trees() {
    return ensemble.trees();
  }

  /**
   * @throws IllegalArgumentException where the features have another number of columns than those
   *     of the fit
   */
  @Override
  public double[] score(Matrix features) {
    if (features.columns() != ensemble.columns()) {
      throw new IllegalArgumentException(
          "the trees split %d columns, the features have %d"
              .formatted(ensemble.columns(), features.columns()));
    }
    double[] scores = new double[features.rows()];
    int columns = Math.max(1, features.columns());
    int blockRows = Math.max(1, Math.min(BLOCK_ROWS, BLOCK_VALUES / columns));
    int blocks = (features.rows() + blockRows - 1) / blockRows;
    // Every row's arithmetic is its own, so the number of threads changes no bit.
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              int from = block * blockRows;
              scoreBlock(features, from, Math.min(features.rows(), from + blockRows), scores);
            });
    return scores;
  }

  private void scoreBlock(Matrix features, int from, int to, double[] scores) {
    int columns = ensemble.columns();
    float[] rows;
    int first;
    if (features instanceof DenseMatrix dense) {
      rows = dense.values();
      first = from * columns;
    } else {
      rows = spread((CsrMatrix) features, from, to);
      first = 0;
    }
    float[] sums = new float[to - from];
    if (ensemble.link() == TreeEnsemble.Link.LOGISTIC) {
      Arrays.fill(sums, ensemble.base());
    }
    for (int tree = 0; tree < ensemble.trees(); tree++) {
      addTree(ensemble.roots()[tree], rows, first, sums);
    }
    for (int i = 0; i < sums.length; i++) {
      scores[from + i] = probability(sums[i]);
    }
  }

  private void addTree(int root, float[] rows, int first, float[] sums) {
    int[] split = ensemble.split();
    int[] left = ensemble.left();
    float[] value = ensemble.value();
    int columns = ensemble.columns();
    for (int i = 0, row = first; i < sums.length; i++, row += columns) {
      int node = root;
      int at = split[node];
      while (at >= 0) {
        float x = rows[row + (at >> 1)];
        boolean known = x < 0 || x > 0;
        boolean goesLeft = known ? x < value[node] : (at & 1) == 1;
        node = goesLeft ? left[node] : left[node] + 1;
        at = split[node];
      }
      sums[i] += value[node];
    }
  }

  private double probability(float sum) {
    return switch (ensemble.link()) {
      case LOGISTIC -> 1 / (1 + StrictMath.exp(-sum));
      case MEAN ->
          ensemble.trees() == 0
              ? ensemble.base()
              : Math.min(1, ensemble.base() + (double) sum / ensemble.trees());
    };
  }

  private static float[] spread(CsrMatrix sparse, int from, int to) {
    int columns = sparse.columns();
    float[] rows = new float[(to - from) * columns];
    for (int i = from; i < to; i++) {
      int row = (i - from) * columns;
      for (int at = sparse.offsets()[i]; at < sparse.offsets()[i + 1]; at++) {
        rows[row + sparse.indices()[at]] = sparse.values()[at];
      }
    }
    return rows;
  }
}
