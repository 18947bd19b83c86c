package evenhand.model;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Encoded;
import evenhand.data.Encoding;
import evenhand.data.GroupColumn;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.learner.Classifier;
import evenhand.learner.KeyedDraw;
import evenhand.learner.SharedDraws;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param stages what happens after the scores, in this order; one of a kind
 */
public record Model(
    Outcome outcome,
    Encoding encoding,
    Classifier classifier,
    KeyedDraw draw,
    JsonNode evidence,
    List<Stage> stages) {

  public Model {
    stages = List.copyOf(stages);
    if (stages.stream().map(Stage::id).distinct().count() < stages.size()) {
      throw new IllegalArgumentException("a model can have one stage of a kind");
    }
  }

  /** A model that ends with its scores and decisions. */
  public Model(
      Outcome outcome,
      Encoding encoding,
      Classifier classifier,
      KeyedDraw draw,
      JsonNode evidence) {
    this(outcome, encoding, classifier, draw, evidence, List.of());
  }

  /** The same with a stage after those it has, or in place of the one of its kind. */
  public Model withStage(Stage stage) {
    List<Stage> all = new ArrayList<>(stages);
    int at = stages.stream().map(Stage::id).toList().indexOf(stage.id());
    if (at < 0) {
      all.add(stage);
    } else {
      all.set(at, stage);
    }
    return new Model(outcome, encoding, classifier, draw, evidence, all);
  }

  public Model withEvidence(JsonNode given) {
    return new Model(outcome, encoding, classifier, draw, given, stages);
  }

  /** Whose groups a table must tell for predictions on it. */
  public List<GroupColumn> groupColumns() {
    return stages.stream().flatMap(stage -> stage.groupColumns().stream()).distinct().toList();
  }

  /**
   * Decides on a table that has the encoding's columns, and the stages' group columns; others are
   * ignored. The same row gets the same decision every time.
   */
  public Predictions predict(Table table) {
    return predict(table, Optional.empty());
  }

  /**
   * The same, where chance decides, by a column that tells rows apart better than their features.
   *
   * @param id a column of the table; empty: by the features
   */
  public Predictions predict(Table table, Optional<String> id) {
    id.ifPresent(table::column);
    Predictions predictions = beforeStages(table, id);
    for (Stage stage : stages) {
      Stage own =
          id.isPresent() && stage instanceof ThresholdStage thresholds
              ? thresholds.drawnBy(id.get())
              : stage;
      predictions = own.after(predictions, table);
    }
    return predictions;
  }

  /** The same without the stages: what a stage is fitted to. */
  public Predictions beforeStages(Table table) {
    return beforeStages(table, Optional.empty());
  }

  private Predictions beforeStages(Table table, Optional<String> id) {
    Encoded encoded = encoding.encode(table);
    Classifier.Output output = classifier.on(encoded.matrix());
    double[] draws =
        id.map(column -> draw.of(ThresholdStage.identities(table, List.of(column))))
            .orElseGet(() -> draw.of(encoded.matrix()));
    boolean isDrawnHere = stages.stream().noneMatch(ThresholdStage.class::isInstance);
    String told =
        id.map("the column %s alone"::formatted)
            .orElse("what the model sees of them, and --id names a column that tells them apart");
    Optional<String> shared =
        isDrawnHere
            ? SharedDraws.remark(table.origin(), draws, output.acceptance(), told)
            : Optional.empty();
    return new Predictions(
        KeyedDraw.decide(draws, output.acceptance()),
        output.score(),
        output.acceptance(),
        Optional.empty(),
        encoded.unseen(),
        shared.stream().toList());
  }

  /**
   * The table with what the model says of its rows in further columns: the prediction in the
   * label's own values, the score, for a calibrated model the calibrated probability, and where
   * chance decides the acceptance probability.
   *
   * @param predictions of this model on this table
   * @throws DataException when the table has a column of one of these names
   */
  public Table withPredictions(Table table, Predictions predictions) {
    List<String> names = new ArrayList<>(List.of("prediction", "score", "acceptance_probability"));
    predictions.calibrated().ifPresent(given -> names.add("calibrated"));
    for (String added : names) {
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
    predictions
        .calibrated()
        .ifPresent(given -> columns.add(new Column.Numeric("calibrated", given)));
    if (classifier.isRandomised() || stages.stream().anyMatch(Stage::isRandomised)) {
      columns.add(new Column.Numeric("acceptance_probability", predictions.acceptance()));
    }
    return new Table(table.origin(), columns, table.rows());
  }
}
