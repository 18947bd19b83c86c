package evenhand.train;

import evenhand.data.DataException;
import evenhand.data.Table;

/**
 * A table whose rows have a score, from a column or from a model.
 *
 * @param table with the columns that labels, groups and weights are read from
 * @param scores shape [rows], finite
 */
public record ScoredTable(Table table, double[] scores) {

  /**
   * A table of any origin.
   *
   * @param score its column of scores
   * @throws DataException with the row of the first score that is not a finite number
   */
  public static ScoredTable of(Table table, String score) {
    double[] scores = table.numeric(score).values();
    for (int i = 0; i < scores.length; i++) {
      if (!Double.isFinite(scores[i])) {
        throw new DataException(
            "%s, row %d, column %s: the score is missing; every row needs one"
                .formatted(table.origin(), i + 1, score));
      }
    }
    return new ScoredTable(table, scores);
  }
}
