package evenhand.audit;

import evenhand.data.DataException;
import evenhand.data.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Which columns of a table hold what came true and what was decided, predicted or scored.
 *
 * @param task what kind of outcome; {@code AUTO} finds out
 * @param label what came true; empty where that is not known, so that decisions are all there is
 * @param positive of a binary label; without a label, the decision that counts as selected; empty
 *     takes the usual one
 * @param prediction decisions in the label's own values, or predicted classes or numbers
 * @param predictionPositive the prediction that means the label's positive value, where predictions
 *     are in other values
 * @param acceptance probabilities of being accepted, in place of decisions
 * @param score estimates of P(y=1); alone, they decide at {@code threshold}; without a label any
 *     numbers
 * @param threshold a row whose score is at least this is accepted; with a label in [0, 1], and 0.5
 *     where none is given; without one, a score above the median of all rows
 * @param weight of each row
 */
public record OutcomeColumns(
    Task task,
    Optional<String> label,
    Optional<String> positive,
    Optional<String> prediction,
    Optional<String> predictionPositive,
    Optional<String> acceptance,
    Optional<String> score,
    OptionalDouble threshold,
    Optional<String> weight) {

  /** What kind of outcome is audited. */
  public enum Task {
    AUTO,
    BINARY,
    MULTICLASS,
    REGRESSION;

    /** Such as {@code binary}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public OutcomeColumns {
    if (prediction.isEmpty() && acceptance.isEmpty() && score.isEmpty()) {
      throw new DataException(
          "nothing to audit: name a column with --prediction, --acceptance or --score");
    }
    if (prediction.isPresent() && acceptance.isPresent()) {
      throw new DataException("give --prediction or --acceptance, not both: each holds decisions");
    }
    if (predictionPositive.isPresent() && prediction.isEmpty()) {
      throw new DataException("--prediction-positive is a value of the column of --prediction");
    }
    if (label.isPresent()
        && threshold.isPresent()
        && !(0 <= threshold.getAsDouble() && threshold.getAsDouble() <= 1)) {
      throw new DataException(
          "the threshold must be between 0 and 1, was " + threshold.getAsDouble());
    }
    if (label.isEmpty()) {
      checkWithoutLabel(task, prediction, acceptance, score, predictionPositive);
    }
  }

  private static void checkWithoutLabel(
      Task task,
      Optional<String> prediction,
      Optional<String> acceptance,
      Optional<String> score,
      Optional<String> predictionPositive) {
    if (task == Task.MULTICLASS || task == Task.REGRESSION) {
      throw new DataException(
          "%s needs what came true; name its column with --label".formatted(task.id()));
    }
    if (score.isPresent() && (prediction.isPresent() || acceptance.isPresent())) {
      throw new DataException(
          "without --label a score says nothing beside decisions; give --score alone, or --label"
              + " too");
    }
    if (predictionPositive.isPresent()) {
      throw new DataException(
          "without --label say with --positive which prediction counts as selected");
    }
  }

  /**
   * What was read.
   *
   * @param label empty where it is not known or has more than two values
   */
  public record Found(
      Outcomes outcomes,
      Task task,
      Optional<AuditSubject.Label> label,
      Optional<AuditSubject.Decision> decision,
      List<String> remarks) {

    public Found {
      remarks = List.copyOf(remarks);
    }
  }

  /** The outcomes of all rows; see {@link #read}. */
  public Outcomes of(Table table) {
    return read(table, IntStream.range(0, table.rows()).toArray()).outcomes();
  }

  /**
   * Reads the outcomes.
   *
   * @param kept the rows that are audited, ascending; all are read
   * @throws DataException with file, row and column of the first value that is wrong
   */
  public Found read(Table table, int[] kept) {
    return new OutcomeReading(this, table).read(kept);
  }
}
