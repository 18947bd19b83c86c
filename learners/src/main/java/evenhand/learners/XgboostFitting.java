package evenhand.learners;

import evenhand.data.CsrMatrix;
import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import evenhand.learner.ConstantScorer;
import evenhand.learner.Scorer;
import evenhand.learner.WeightedLearner;
import java.util.Arrays;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** One quantised matrix; only its labels, weights and base margins change between fits. */
final class XgboostFitting implements WeightedLearner.Fitting {

  private final XgboostOptions options;
  private final Map<String, Object> parameters;
  private final int rows;
  private final int columns;
  private final DMatrix matrix;

  XgboostFitting(XgboostOptions options, Matrix features, long seed) {
    this.options = options;
    this.parameters = options.toParameters(seed);
    this.rows = features.rows();
    this.columns = features.columns();
    FeatureRange.check(XgboostLearner.NAME, features);
    XgboostLibrary.require();
    try {
      this.matrix = toNative(features);
      quantise();
    } catch (XGBoostError failed) {
      throw failure(failed);
    }
  }

  /** Both layouts hand over only what is not zero. */
  static DMatrix toNative(Matrix features) throws XGBoostError {
    if (features instanceof DenseMatrix dense) {
      return new DMatrix(dense.values(), dense.rows(), dense.columns(), 0f);
    }
    CsrMatrix sparse = (CsrMatrix) features;
    long[] offsets = Arrays.stream(sparse.offsets()).asLongStream().toArray();
    return new DMatrix(
        offsets,
        sparse.indices(),
        sparse.values(),
        DMatrix.SparseType.CSR,
        sparse.columns(),
        0f,
        1);
  }

  /**
   * Makes XGBoost find its bins now, while no row has a weight: it keeps those of the first fit,
   * and the first fit's weights must not colour all later ones.
   */
  private void quantise() throws XGBoostError {
    matrix.setLabel(new float[rows]);
    boost(1).dispose();
  }

  @Override
  public Scorer fit(int[] labels, double[] weights) {
    Target target = Target.of(labels, weights, rows);
    if (target.isCertain()) {
      return new ConstantScorer(target.mean());
    }
    float base = (float) Math.log(target.mean() / (1 - target.mean()));
    try {
      Booster booster = train(target, base);
      try {
        byte[] json = booster.toByteArray("json");
        return new TreeEnsembleScorer(XgboostModel.read(json, base, columns));
      } finally {
        booster.dispose();
      }
    } catch (XGBoostError failed) {
      throw failure(failed);
    }
  }

  /** The caller disposes of what it gets. */
  Booster train(Target target, float base) throws XGBoostError {
    float[] bases = new float[rows];
    Arrays.fill(bases, base);
    matrix.setLabel(target.labels());
    matrix.setWeight(target.weights());
    matrix.setBaseMargin(bases);
    return boost(options.numRound());
  }

  private Booster boost(int rounds) throws XGBoostError {
    return XGBoost.train(matrix, parameters, rounds, Map.of(), null, null);
  }

  private static IllegalStateException failure(XGBoostError failed) {
    return new IllegalStateException("XGBoost failed: " + failed.getMessage(), failed);
  }

  @Override
  public void close() {
    matrix.dispose();
  }
}
