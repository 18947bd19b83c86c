package evenhand.audit;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Outcome;
import evenhand.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which columns of a table hold what came true and what was decided, predicted or scored.
 *
 * @param task what kind of outcome; {@code AUTO} finds out
 * @param label what came true
 * @param positive of a binary label; empty takes the usual one
 * @param prediction decisions in the label's own values, or predicted classes or numbers
 * @param acceptance probabilities of being accepted, in place of decisions
 * @param score estimates of P(y=1); alone, they decide at {@code threshold}
 * @param threshold a row whose score is at least this is accepted, in [0, 1]
 * @param weight of each row
 */
public record OutcomeColumns(
    Task task,
    String label,
    Optional<String> positive,
    Optional<String> prediction,
    Optional<String> acceptance,
    Optional<String> score,
    double threshold,
    Optional<String> weight) {

  /** What kind of outcome is audited. */
  public enum Task {
    AUTO,
    BINARY,
    MULTICLASS,
    REGRESSION
  }

  private static final int MOST_CLASSES = 1000;

  public OutcomeColumns {
    if (prediction.isEmpty() && acceptance.isEmpty() && score.isEmpty()) {
      throw new DataException(
          "nothing to audit: name a column with --prediction, --acceptance or --score");
    }
    if (prediction.isPresent() && acceptance.isPresent()) {
      throw new DataException("give --prediction or --acceptance, not both: each holds decisions");
    }
    if (!(0 <= threshold && threshold <= 1)) {
      throw new DataException("the threshold must be between 0 and 1, was " + threshold);
    }
  }

  /**
   * Reads the outcomes.
   *
   * @throws DataException with file, row and column of the first value that is wrong
   */
  public Outcomes of(Table table) {
    return switch (found(table)) {
      case REGRESSION -> numbers(table);
      case MULTICLASS -> classes(table);
      case BINARY, AUTO -> binary(table);
    };
  }

  private Task found(Table table) {
    boolean binaryOnly = acceptance.isPresent() || score.isPresent();
    if (task != Task.AUTO) {
      if (binaryOnly && task != Task.BINARY) {
        throw new DataException(
            "scores and acceptance probabilities are of binary outcomes, the task is "
                + task.name().toLowerCase(Locale.ROOT));
      }
      return task;
    }
    Column values = table.column(label);
    boolean rule = positive.isPresent() && values instanceof Column.Numeric;
    if (binaryOnly || rule || distinct(table, label, 3).size() <= 2) {
      return Task.BINARY;
    }
    if (values instanceof Column.Numeric) {
      throw new DataException(
          "%s: the numbers of column %s may be classes or measurements; say which with --task multiclass or --task regression"
              .formatted(table.origin(), label));
    }
    return Task.MULTICLASS;
  }

  private Outcomes binary(Table table) {
    Outcome outcome = Outcome.of(table, label, positive.orElse(null));
    Optional<double[]> scores = score.map(table::probabilities);
    double[] decisions;
    if (prediction.isPresent()) {
      decisions = Arrays.stream(outcome.read(table, prediction.get())).asDoubleStream().toArray();
    } else if (acceptance.isPresent()) {
      decisions = table.probabilities(acceptance.get());
    } else {
      decisions =
          Arrays.stream(scores.orElseThrow()).map(each -> each >= threshold ? 1 : 0).toArray();
    }
    return new BinaryOutcomes(
        outcome.read(table), Optional.of(decisions), scores, weight.map(table::weights));
  }

  private Outcomes classes(Table table) {
    String predicted = prediction.orElseThrow();
    TreeSet<String> names = distinct(table, label, MOST_CLASSES);
    names.addAll(distinct(table, predicted, MOST_CLASSES));
    List<String> classes = List.copyOf(names);
    return new ClassOutcomes(
        classes,
        codes(table, label, classes),
        codes(table, predicted, classes),
        weight.map(table::weights));
  }

  private Outcomes numbers(Table table) {
    return new NumericOutcomes(
        present(table, label),
        present(table, prediction.orElseThrow()),
        weight.map(table::weights));
  }

  private static TreeSet<String> distinct(Table table, String name, int most) {
    Column column = table.column(name);
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < table.rows() && names.size() < most; i++) {
      names.add(text(table, column, i));
    }
    return names;
  }

  private static int[] codes(Table table, String name, List<String> classes) {
    Column column = table.column(name);
    return IntStream.range(0, table.rows())
        .map(i -> classes.indexOf(text(table, column, i)))
        .toArray();
  }

  private static double[] present(Table table, String name) {
    Column.Numeric column = table.numeric(name);
    for (int i = 0; i < table.rows(); i++) {
      text(table, column, i);
    }
    return column.values();
  }

  private static String text(Table table, Column column, int row) {
    String text = column.text(row);
    if (text == null) {
      throw new DataException(
          "%s, row %d, column %s: the value is missing; every row needs one"
              .formatted(table.origin(), row + 1, column.name()));
    }
    return text;
  }
}
