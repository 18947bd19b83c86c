package evenhand.audit;

import java.util.Optional;

/**
 * What came true and what was decided or predicted, row by row. The arrays are handed over, not
 * copied.
 */
public sealed interface Outcomes
    permits BinaryOutcomes, ClassOutcomes, DecidedOutcomes, NumericOutcomes {

  /** n: the number of rows, at least 1. */
  int size();

  /**
   * Some of the rows.
   *
   * @param rows their indices, at least one
   */
  Outcomes select(int[] rows);

  /** How much each row counts, shape [n], finite, ≥ 0, not all 0; empty: every row counts once. */
  Optional<double[]> weights();
}
