package evenhand.model;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.data.Encoded;
import evenhand.data.Encoding;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.learner.Classifier;
import evenhand.learner.KeyedDraw;

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
}
