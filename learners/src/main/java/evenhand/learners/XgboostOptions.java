package evenhand.learners;

import static evenhand.learners.LearnerOptions.require;

import java.util.Map;

/**
 * What XGBoost is told, under XGBoost's own names (here in camel case).
 *
 * @param numRound trees, in [1, 10000]
 * @param eta step size of each tree, in (0, 1]
 * @param maxDepth in [1, 16]
 * @param minChildWeight smallest sum of second derivatives in a leaf, ≥ 0; grows with the weights
 * @param lambda L2 penalty on leaf values, ≥ 0
 * @param alpha L1 penalty on leaf values, ≥ 0
 * @param gamma smallest loss reduction of a split, ≥ 0
 * @param subsample share of the rows each tree sees, in (0, 1]
 * @param colsampleBytree share of the columns each tree sees, in (0, 1]
 * @param maxBin histogram bins a column has at most, in [2, 65536]
 * @param nthread threads of the fit, in [1, 256]. A number of its own and not the machine's,
 *     because sums over threads round differently: the same options give the same bytes on every
 *     machine of a kind, another nthread may not
 */
public record XgboostOptions(
    int numRound,
    double eta,
    int maxDepth,
    double minChildWeight,
    double lambda,
    double alpha,
    double gamma,
    double subsample,
    double colsampleBytree,
    int maxBin,
    int nthread) {

  /**
   * @throws evenhand.data.DataException naming the option that is out of its range
   */
  public XgboostOptions {
    require(numRound >= 1 && numRound <= 10_000, "num_round", "from 1 to 10000", numRound);
    require(eta > 0 && eta <= 1, "eta", "above 0 and at most 1", eta);
    require(maxDepth >= 1 && maxDepth <= 16, "max_depth", "from 1 to 16", maxDepth);
    requirePenalty("min_child_weight", minChildWeight);
    requirePenalty("lambda", lambda);
    requirePenalty("alpha", alpha);
    requirePenalty("gamma", gamma);
    require(subsample > 0 && subsample <= 1, "subsample", "above 0 and at most 1", subsample);
    require(
        colsampleBytree > 0 && colsampleBytree <= 1,
        "colsample_bytree",
        "above 0 and at most 1",
        colsampleBytree);
    require(maxBin >= 2 && maxBin <= 65_536, "max_bin", "from 2 to 65536", maxBin);
    require(nthread >= 1 && nthread <= 256, "nthread", "from 1 to 256", nthread);
  }

  public static XgboostOptions defaults() {
    return of(Map.of());
  }

  /**
   * From names and values as text.
   *
   * @param given by XGBoost's names, such as {@code max_depth}; the others keep their defaults
   * @throws evenhand.data.DataException on a name that is not an option, and on a value out of
   *     range
   */
  public static XgboostOptions of(Map<String, String> given) {
    LearnerOptions read = new LearnerOptions(XgboostLearner.NAME, given);
    int numRound = read.whole("num_round", 50);
    double eta = read.real("eta", 0.2);
    int maxDepth = read.whole("max_depth", 6);
    double minChildWeight = read.real("min_child_weight", 1);
    double lambda = read.real("lambda", 1);
    double alpha = read.real("alpha", 0);
    double gamma = read.real("gamma", 0);
    double subsample = read.real("subsample", 1);
    double colsampleBytree = read.real("colsample_bytree", 1);
    int maxBin = read.whole("max_bin", 256);
    int nthread = read.whole("nthread", 2);
    read.refuseOthers();
    return new XgboostOptions(
        numRound,
        eta,
        maxDepth,
        minChildWeight,
        lambda,
        alpha,
        gamma,
        subsample,
        colsampleBytree,
        maxBin,
        nthread);
  }

  /** As XGBoost is handed them. */
  Map<String, Object> toParameters(long seed) {
    return Map.ofEntries(
        Map.entry("objective", "binary:logistic"),
        Map.entry("tree_method", "hist"),
        Map.entry("base_score", "0.5"), // margin 0: where to start is the matrix's base margin
        Map.entry("eta", eta),
        Map.entry("max_depth", maxDepth),
        Map.entry("min_child_weight", minChildWeight),
        Map.entry("lambda", lambda),
        Map.entry("alpha", alpha),
        Map.entry("gamma", gamma),
        Map.entry("subsample", subsample),
        Map.entry("colsample_bytree", colsampleBytree),
        Map.entry("max_bin", maxBin),
        Map.entry("nthread", nthread),
        Map.entry("seed", Long.hashCode(seed) & Integer.MAX_VALUE),
        Map.entry("verbosity", "0"));
  }

  private static void requirePenalty(String option, double value) {
    require(value >= 0 && value < Double.POSITIVE_INFINITY, option, "0 or more, and finite", value);
  }
}
