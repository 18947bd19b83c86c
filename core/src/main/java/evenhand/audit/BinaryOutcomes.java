package evenhand.audit;

import evenhand.data.DataException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Outcomes of which 1 is the one decided for or against.
 *
 * @param labels what came true, shape [n], each 0 or 1
 * @param decisions acceptance probabilities, shape [n], in [0, 1]; 0 or 1 where decisions were made
 * @param scores estimates of P(y=1), shape [n], in [0, 1]
 */
public record BinaryOutcomes(
    int[] labels,
    Optional<double[]> decisions,
    Optional<double[]> scores,
    Optional<double[]> weights)
    implements Outcomes {

  /**
   * @throws DataException for no rows, a label other than 0 and 1, a decision or score outside [0,
   *     1], a negative weight, or weights that are all 0
   */
  public BinaryOutcomes {
    RowChecks.check(labels.length, weights);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != 0 && labels[i] != 1) {
        throw new DataException(
            "the label of row %d is %d; it must be 0 or 1".formatted(i + 1, labels[i]));
      }
    }
    decisions.ifPresent(given -> check("decision", given, labels.length));
    scores.ifPresent(given -> check("score", given, labels.length));
  }

  private static void check(String what, double[] values, int rows) {
    RowChecks.checkSize(rows, what + "s", values.length);
    RowChecks.checkProbabilities(what, values);
  }

  /** Labels alone: only base rates can be measured. */
  public static BinaryOutcomes of(int[] labels) {
    return new BinaryOutcomes(labels, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public BinaryOutcomes withDecisions(double[] given) {
    return new BinaryOutcomes(labels, Optional.of(given), scores, weights);
  }

  public BinaryOutcomes withScores(double[] given) {
    return new BinaryOutcomes(labels, decisions, Optional.of(given), weights);
  }

  public BinaryOutcomes withWeights(double[] given) {
    return new BinaryOutcomes(labels, decisions, scores, Optional.of(given));
  }

  @Override
  public BinaryOutcomes select(int[] rows) {
    return new BinaryOutcomes(
        Arrays.stream(rows).map(row -> labels[row]).toArray(),
        decisions.map(each -> RowChecks.select(each, rows)),
        scores.map(each -> RowChecks.select(each, rows)),
        weights.map(each -> RowChecks.select(each, rows)));
  }

  @Override
  public int size() {
    return labels.length;
  }
}
