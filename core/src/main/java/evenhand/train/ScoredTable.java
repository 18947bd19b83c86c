package evenhand.train;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Encoded;
import evenhand.data.Table;
import evenhand.learner.KeyedDraw;
import evenhand.model.Model;
import java.util.List;

/**
 * A table whose rows have a score, from a column or from a model.
 *
 * @param table with the columns that labels, groups and weights are read from
 * @param scores shape [rows], finite
 * @param draws of the rows under a key
 */
public record ScoredTable(Table table, double[] scores, Draws draws) {

  /** A number in [0, 1) for every row of the table, shape [rows]. */
  @FunctionalInterface
  public interface Draws {
    double[] under(KeyedDraw key);
  }

  /**
   * A table of any origin.
   *
   * @param score its column of scores
   * @param drawn the columns whose values make a row's draw; those the table lacks count as missing
   * @throws DataException with the row of the first score that is not a finite number
   */
  public static ScoredTable of(Table table, String score, List<String> drawn) {
    double[] scores = table.numeric(score).values();
    for (int i = 0; i < scores.length; i++) {
      if (!Double.isFinite(scores[i])) {
        throw new DataException(
            "%s, row %d, column %s: the score is missing; every row needs one"
                .formatted(table.origin(), i + 1, score));
      }
    }
    List<Column> columns =
        table.columns().stream().filter(column -> drawn.contains(column.name())).toList();
    long[] identities = KeyedDraw.identities(columns, table.rows());
    return new ScoredTable(table, scores, key -> key.of(identities));
  }

  /** A table under a model, whose features make the draws. */
  public static ScoredTable of(Table table, Model model) {
    Encoded encoded = model.encoding().encode(table);
    double[] scores = model.classifier().on(encoded.matrix()).score();
    return new ScoredTable(table, scores, key -> key.of(encoded.matrix()));
  }
}
