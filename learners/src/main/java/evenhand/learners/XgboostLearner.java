package evenhand.learners;

import evenhand.data.Matrix;
import evenhand.learner.ConstantScorer;
import evenhand.learner.WeightedLearner;

/**
 * Gradient-boosted trees by XGBoost (Chen and Guestrin, "XGBoost: A Scalable Tree Boosting System",
 * KDD 2016), histogram method, logistic loss.
 *
 * <p>A value of zero counts as missing, in dense and in sparse features alike, and goes to the side
 * that was learnt for it (there, algorithm 3). The thresholds to choose from are the quantiles of
 * each column over all rows of the matrix, whatever their weights; they are found once. The native
 * library is loaded by {@link #on}, not before.
 */
public record XgboostLearner(XgboostOptions options) implements WeightedLearner {

  static final String NAME = "xgboost";

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Holds native memory until closed: about 12 bytes for each value that is not zero.
   *
   * @param seed matters only where rows or columns are sampled
   * @throws evenhand.data.DataException when a value is beyond ±1e38 or not a number
   */
  @Override
  public Fitting on(Matrix features, long seed) {
    if (features.columns() == 0) {
      return (labels, weights) ->
          new ConstantScorer(Target.of(labels, weights, features.rows()).mean());
    }
    return new XgboostFitting(options, features, seed);
  }
}
