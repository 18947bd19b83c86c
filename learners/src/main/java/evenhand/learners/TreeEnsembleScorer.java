package evenhand.learners;

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

  private static final int BLOCK_ROWS = 32;
  private static final int BLOCK_VALUES = 1 << 18;

  private final TreeEnsemble ensemble;
  private final TreeWalk walk;

  TreeEnsembleScorer(TreeEnsemble ensemble) {
    this.ensemble = ensemble;
    this.walk = new TreeWalk(ensemble);
  }

  TreeEnsemble ensemble() {
    return ensemble;
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
    float[] sums = new float[to - from];
    Arrays.fill(sums, ensemble.base());
    walk.add(features, from, sums);
    for (int i = 0; i < sums.length; i++) {
      scores[from + i] = probability(sums[i]);
    }
  }

  private double probability(float sum) {
    return switch (ensemble.link()) {
      case LOGISTIC -> 1 / (1 + StrictMath.exp(-sum));
      case MEAN -> ensemble.trees() == 0 ? 0 : Math.min(1, (double) sum / ensemble.trees());
    };
  }
}
