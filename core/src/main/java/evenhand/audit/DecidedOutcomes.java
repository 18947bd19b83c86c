package evenhand.audit;

import java.util.Optional;

/**
 * Decisions of which nobody knows what came true.
 *
 * @param decisions acceptance probabilities, shape [n], in [0, 1]; 0 or 1 where decisions were made
 */
public record DecidedOutcomes(double[] decisions, Optional<double[]> weights) implements Outcomes {

  /**
   * @throws evenhand.data.DataException for no rows, a decision outside [0, 1], a negative weight,
   *     or weights that are all 0
   */
  public DecidedOutcomes {
    RowChecks.check(decisions.length, weights);
    RowChecks.checkProbabilities("decision", decisions);
  }

  public static DecidedOutcomes of(double[] decisions) {
    return new DecidedOutcomes(decisions, Optional.empty());
  }

  public DecidedOutcomes withWeights(double[] given) {
    return new DecidedOutcomes(decisions, Optional.of(given));
  }

  @Override
  public DecidedOutcomes select(int[] rows) {
    return new DecidedOutcomes(
        RowChecks.select(decisions, rows), weights.map(each -> RowChecks.select(each, rows)));
  }

  @Override
  public int size() {
    return decisions.length;
  }
}
