package evenhand.model;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Encoded;
import evenhand.data.Encoding;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.learner.Classifier;
import evenhand.learner.KeyedDraw;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything needed to decide on new rows, and what was measured when it was made.
 *
 * @param outcome what the decisions say
 * @param encoding from a table's columns to the features the classifier saw
 * @param classifier possibly a mixture
 * @param draw takes the chance out of a mixture
 * @param evidence configuration, requirements and measures as JSON, as the trainer's report has
 *     them
 */
public record Model(
    Outcome outcome, Encoding encoding, Classifier classifier, KeyedDraw draw, JsonNode evidence) {

  /**
   * Decides on a table that has the encoding's columns; others are ignored. The same row gets the
   * same decision every time.
   */
  public Predictions predict(Table table) {
    Encoded encoded = encoding.encode(table);
    Classifier.Output output = classifier.on(encoded.matrix());
    int[] decisions = draw.decide(encoded.matrix(), output.acceptance());
    return new Predictions(decisions, output.score(), output.acceptance(), encoded.unseen());
  }

  /**
   * The table with what the model says of its rows in further columns: the prediction in the
   * label's own values, the score, and for a mixture the acceptance probability.
   *
   * @param predictions of this model on this table
   * @throws DataException when the table has a column of one of these names
   */
  public Table withPredictions(Table table, Predictions predictions) {
    for (String added : List.of("prediction", "score", "acceptance_probability")) {
      if (table.has(added)) {
        throw new DataException(
            "%s has a column %s already, the name of one that predictions add; rename it"
                .formatted(table.origin(), added));
      }
    }
    List<Column> columns = new ArrayList<>(table.columns());
    List<String> levels = Stream.of(outcome.negative(), outcome.positive()).sorted().toList();
    int positive = levels.indexOf(outcome.positive());
    int[] codes = new int[table.rows()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = predictions.decisions()[i] == 1 ? positive : 1 - positive;
    }
    columns.add(new Column.Categorical("prediction", levels, codes));
    columns.add(new Column.Numeric("score", predictions.scores()));
    if (classifier.isRandomised()) {
      columns.add(new Column.Numeric("acceptance_probability", predictions.acceptance()));
    }
    return new Table(table.origin(), columns, table.rows());
  }
}
