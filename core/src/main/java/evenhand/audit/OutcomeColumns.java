package evenhand.audit;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Outcome;
import evenhand.data.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
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

  private static final int MOST_CLASSES = 1000;
  private static final double USUAL_THRESHOLD = 0.5;

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
    if (label.isEmpty()) {
      return decided(table, kept);
    }
    return switch (found(table, label.get())) {
      case REGRESSION ->
          found(Task.REGRESSION, numbers(table, label.get()).select(kept), plain(label.get()));
      case MULTICLASS ->
          found(Task.MULTICLASS, classes(table, label.get()).select(kept), plain(label.get()));
      case BINARY, AUTO -> binary(table, label.get(), kept);
    };
  }

  private Found found(Task kind, Outcomes outcomes, AuditSubject.Label read) {
    return new Found(
        outcomes,
        kind,
        Optional.of(read),
        prediction.map(
            column ->
                new AuditSubject.Decision(
                    AuditSubject.Source.PREDICTION,
                    column,
                    column + " is what was predicted",
                    true)),
        List.of());
  }

  private static AuditSubject.Label plain(String column) {
    return new AuditSubject.Label(column, Optional.empty(), Optional.empty(), true);
  }

  private Task found(Table table, String column) {
    boolean binaryOnly = acceptance.isPresent() || score.isPresent();
    if (task != Task.AUTO) {
      if (binaryOnly && task != Task.BINARY) {
        throw new DataException(
            "scores and acceptance probabilities are of binary outcomes, the task is " + task.id());
      }
      return task;
    }
    Column values = table.column(column);
    boolean rule = positive.isPresent() && values instanceof Column.Numeric;
    if (binaryOnly || rule || distinct(table, column, 3).size() <= 2) {
      return Task.BINARY;
    }
    if (values instanceof Column.Numeric) {
      throw new DataException(
          "%s: the numbers of column %s may be classes or measurements; say which with --task multiclass or --task regression"
              .formatted(table.origin(), column));
    }
    checkCase(table, column);
    return Task.MULTICLASS;
  }

  /** Three classes of which two differ in case alone are rather two. */
  private static void checkCase(Table table, String column) {
    Map<String, String> seen = new HashMap<>();
    for (String value : distinct(table, column, MOST_CLASSES)) {
      String other = seen.putIfAbsent(value.toLowerCase(Locale.ROOT), value);
      if (other != null) {
        throw new DataException(
            "%s: column %s holds %s and %s, which differ only in case; write them alike, or say --task multiclass"
                .formatted(table.origin(), column, other, value));
      }
    }
  }

  private Found binary(Table table, String column, int[] kept) {
    Outcome outcome = outcome(table, column);
    Optional<double[]> scores = score.map(table::scores);
    double[] decisions;
    AuditSubject.Decision decision;
    if (prediction.isPresent()) {
      String name = prediction.get();
      Optional<Outcome> own =
          predictionPositive.map(value -> Outcome.ofOneOrTwo(table, name, value));
      decisions = doubles(own.orElse(outcome).read(table, name));
      decision =
          new AuditSubject.Decision(
              AuditSubject.Source.PREDICTION,
              name,
              own.map(one -> rule(name, one.positive()))
                  .orElseGet(() -> "%s says %s".formatted(name, rule(column, outcome.positive()))),
              own.isPresent() || positive.isPresent());
    } else if (acceptance.isPresent()) {
      decisions = table.probabilities(acceptance.get());
      decision = accepted(acceptance.get());
    } else {
      double cut = threshold.orElse(USUAL_THRESHOLD);
      decisions = Arrays.stream(scores.orElseThrow()).map(each -> each >= cut ? 1 : 0).toArray();
      decision =
          new AuditSubject.Decision(
              AuditSubject.Source.SCORE,
              score.orElseThrow(),
              "%s is at least %s".formatted(score.orElseThrow(), number(cut)),
              threshold.isPresent());
    }
    int[] labels = outcome.read(table);
    return new Found(
        new BinaryOutcomes(labels, Optional.of(decisions), scores, weight.map(table::weights))
            .select(kept),
        Task.BINARY,
        Optional.of(
            new AuditSubject.Label(
                column,
                value(outcome.positive()),
                value(outcome.negative()),
                positive.isPresent())),
        Optional.of(decision),
        oneValued(column, labels, outcome));
  }

  private static Optional<String> value(String text) {
    return Optional.of(text).filter(one -> !one.equals(Outcome.NO_OTHER));
  }

  /** A label of one value only is completed by the predictions, where they hold the other. */
  private Outcome outcome(Table table, String column) {
    Outcome outcome = Outcome.ofOneOrTwo(table, column, positive.orElse(null));
    if (positive.isPresent() || prediction.isEmpty() || predictionPositive.isPresent()) {
      return outcome;
    }
    boolean lacksPositive = outcome.positive().equals(Outcome.NO_OTHER);
    String only = lacksPositive ? outcome.negative() : outcome.positive();
    if (!lacksPositive && !outcome.negative().equals(Outcome.NO_OTHER)) {
      return outcome;
    }
    TreeSet<String> others = distinct(table, prediction.get(), 3);
    others.remove(only);
    if (others.size() != 1) {
      return outcome;
    }
    String other = others.first();
    return lacksPositive ? new Outcome(column, other, only) : new Outcome(column, only, other);
  }

  private static List<String> oneValued(String column, int[] labels, Outcome outcome) {
    long positives = Arrays.stream(labels).filter(label -> label == 1).count();
    if (positives > 0 && positives < labels.length) {
      return List.of();
    }
    return List.of(
        "Column %s holds only %s: rates that need the other value are undefined."
            .formatted(column, outcome.text(positives > 0 ? 1 : 0)));
  }

  private Found decided(Table table, int[] kept) {
    double[] decisions;
    AuditSubject.Decision decision;
    Optional<double[]> weights =
        weight.map(table::weights).map(each -> RowChecks.select(each, kept));
    if (prediction.isPresent()) {
      String name = prediction.get();
      Outcome selected = Outcome.ofOneOrTwo(table, name, positive.orElse(null));
      decisions = RowChecks.select(doubles(selected.read(table)), kept);
      String rule =
          selected.positive().equals(Outcome.NO_OTHER)
              ? "%s is not %s".formatted(name, selected.negative())
              : rule(name, selected.positive());
      decision =
          new AuditSubject.Decision(
              AuditSubject.Source.PREDICTION, name, rule, positive.isPresent());
    } else if (acceptance.isPresent()) {
      decisions = RowChecks.select(table.probabilities(acceptance.get()), kept);
      decision = accepted(acceptance.get());
    } else {
      String name = score.orElseThrow();
      double[] scores = RowChecks.select(present(table, name), kept);
      ScoreCut cut =
          threshold.isPresent()
              ? ScoreCut.at(threshold.getAsDouble())
              : ScoreCut.aboveMedian(scores, weights);
      decisions = cut.decide(scores);
      decision =
          new AuditSubject.Decision(
              AuditSubject.Source.SCORE, name, cut.rule(name), threshold.isPresent());
    }
    return new Found(
        new DecidedOutcomes(decisions, weights),
        Task.BINARY,
        Optional.empty(),
        Optional.of(decision),
        List.of());
  }

  private static AuditSubject.Decision accepted(String column) {
    return new AuditSubject.Decision(
        AuditSubject.Source.ACCEPTANCE, column, "with probability " + column, true);
  }

  /** Such as {@code income is >50K} or {@code grade >=10}. */
  private static String rule(String column, String positive) {
    boolean isRule = positive.matches("(>=|<=|>|<)\\s*[-+0-9.].*[0-9]|(>=|<=|>|<)\\s*[0-9]");
    return isRule ? column + " " + positive : column + " is " + positive;
  }

  private static String number(double value) {
    return ScoreCut.number(value);
  }

  private static double[] doubles(int[] values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }

  private Outcomes classes(Table table, String column) {
    String predicted = prediction.orElseThrow();
    TreeSet<String> names = distinct(table, column, MOST_CLASSES);
    names.addAll(distinct(table, predicted, MOST_CLASSES));
    List<String> classes = List.copyOf(names);
    return new ClassOutcomes(
        classes,
        codes(table, column, classes),
        codes(table, predicted, classes),
        weight.map(table::weights));
  }

  private Outcomes numbers(Table table, String column) {
    return new NumericOutcomes(
        present(table, column),
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
