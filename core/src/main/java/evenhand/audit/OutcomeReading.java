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
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Reads the outcomes of a table's rows, with what is to be said of where they are from. */
final class OutcomeReading {

  private static final int MOST_CLASSES = 1000;
  private static final double USUAL_THRESHOLD = 0.5;

  private final OutcomeColumns columns;
  private final Table table;

  OutcomeReading(OutcomeColumns columns, Table table) {
    this.columns = columns;
    this.table = table;
  }

  OutcomeColumns.Found read(int[] kept) {
    if (columns.label().isEmpty()) {
      return decided(kept);
    }
    return switch (found(columns.label().get())) {
      case REGRESSION ->
          found(
              OutcomeColumns.Task.REGRESSION,
              numbers(columns.label().get()).select(kept),
              plain(columns.label().get()));
      case MULTICLASS ->
          found(
              OutcomeColumns.Task.MULTICLASS,
              classes(columns.label().get()).select(kept),
              plain(columns.label().get()));
      case BINARY, AUTO -> binary(columns.label().get(), kept);
    };
  }

  private OutcomeColumns.Found found(
      OutcomeColumns.Task kind, Outcomes outcomes, AuditSubject.Label read) {
    return new OutcomeColumns.Found(
        outcomes,
        kind,
        Optional.of(read),
        columns
            .prediction()
            .map(
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

  private OutcomeColumns.Task found(String column) {
    boolean binaryOnly = columns.acceptance().isPresent() || columns.score().isPresent();
    if (columns.task() != OutcomeColumns.Task.AUTO) {
      if (binaryOnly && columns.task() != OutcomeColumns.Task.BINARY) {
        throw new DataException(
            "scores and acceptance probabilities are of binary outcomes, the task is "
                + columns.task().id());
      }
      return columns.task();
    }
    Column values = table.column(column);
    boolean rule = columns.positive().isPresent() && values instanceof Column.Numeric;
    if (binaryOnly || rule || distinct(column, 3).size() <= 2) {
      return OutcomeColumns.Task.BINARY;
    }
    if (values instanceof Column.Numeric) {
      throw new DataException(
          "%s: the numbers of column %s may be classes or measurements; say which with --task multiclass or --task regression"
              .formatted(table.origin(), column));
    }
    checkCase(column);
    return OutcomeColumns.Task.MULTICLASS;
  }

  /** Three classes of which two differ in case alone are rather two. */
  private void checkCase(String column) {
    Map<String, String> seen = new HashMap<>();
    for (String value : distinct(column, MOST_CLASSES)) {
      String other = seen.putIfAbsent(value.toLowerCase(Locale.ROOT), value);
      if (other != null) {
        throw new DataException(
            "%s: column %s holds %s and %s, which differ only in case; write them alike, or say --task multiclass"
                .formatted(table.origin(), column, other, value));
      }
    }
  }

  private OutcomeColumns.Found binary(String column, int[] kept) {
    Outcome outcome = outcome(column);
    Optional<double[]> scores = columns.score().map(table::scores);
    double[] decisions;
    AuditSubject.Decision decision;
    if (columns.prediction().isPresent()) {
      String name = columns.prediction().get();
      Optional<Outcome> own =
          columns.predictionPositive().map(value -> Outcome.ofOneOrTwo(table, name, value));
      decisions = doubles(own.orElse(outcome).read(table, name));
      decision =
          new AuditSubject.Decision(
              AuditSubject.Source.PREDICTION,
              name,
              own.map(one -> rule(name, one.positive()))
                  .orElseGet(() -> "%s says %s".formatted(name, rule(column, outcome.positive()))),
              own.isPresent() || columns.positive().isPresent());
    } else if (columns.acceptance().isPresent()) {
      decisions = table.probabilities(columns.acceptance().get());
      decision = accepted(columns.acceptance().get());
    } else {
      double cut = columns.threshold().orElse(USUAL_THRESHOLD);
      decisions = Arrays.stream(scores.orElseThrow()).map(each -> each >= cut ? 1 : 0).toArray();
      decision =
          new AuditSubject.Decision(
              AuditSubject.Source.SCORE,
              columns.score().orElseThrow(),
              "%s is at least %s".formatted(columns.score().orElseThrow(), number(cut)),
              columns.threshold().isPresent());
    }
    int[] labels = outcome.read(table);
    return new OutcomeColumns.Found(
        new BinaryOutcomes(
                labels, Optional.of(decisions), scores, columns.weight().map(table::weights))
            .select(kept),
        OutcomeColumns.Task.BINARY,
        Optional.of(
            new AuditSubject.Label(
                column,
                value(outcome.positive()),
                value(outcome.negative()),
                columns.positive().isPresent())),
        Optional.of(decision),
        oneValued(column, labels, outcome));
  }

  private static Optional<String> value(String text) {
    return Optional.of(text).filter(one -> !one.equals(Outcome.NO_OTHER));
  }

  /** A label of one value only is completed by the predictions, where they hold the other. */
  private Outcome outcome(String column) {
    Outcome outcome = Outcome.ofOneOrTwo(table, column, columns.positive().orElse(null));
    if (columns.positive().isPresent()
        || columns.prediction().isEmpty()
        || columns.predictionPositive().isPresent()) {
      return outcome;
    }
    boolean lacksPositive = outcome.positive().equals(Outcome.NO_OTHER);
    String only = lacksPositive ? outcome.negative() : outcome.positive();
    if (!lacksPositive && !outcome.negative().equals(Outcome.NO_OTHER)) {
      return outcome;
    }
    NavigableSet<String> others = distinct(columns.prediction().get(), 3);
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

  private OutcomeColumns.Found decided(int[] kept) {
    double[] decisions;
    AuditSubject.Decision decision;
    Optional<double[]> weights =
        columns.weight().map(table::weights).map(each -> RowChecks.select(each, kept));
    if (columns.prediction().isPresent()) {
      String name = columns.prediction().get();
      Outcome selected = Outcome.ofOneOrTwo(table, name, columns.positive().orElse(null));
      decisions = RowChecks.select(doubles(selected.read(table)), kept);
      String rule =
          selected.positive().equals(Outcome.NO_OTHER)
              ? "%s is not %s".formatted(name, selected.negative())
              : rule(name, selected.positive());
      decision =
          new AuditSubject.Decision(
              AuditSubject.Source.PREDICTION, name, rule, columns.positive().isPresent());
    } else if (columns.acceptance().isPresent()) {
      decisions = RowChecks.select(table.probabilities(columns.acceptance().get()), kept);
      decision = accepted(columns.acceptance().get());
    } else {
      String name = columns.score().orElseThrow();
      double[] scores = RowChecks.select(present(name), kept);
      ScoreCut cut =
          columns.threshold().isPresent()
              ? ScoreCut.at(columns.threshold().getAsDouble())
              : ScoreCut.aboveMedian(scores, weights);
      decisions = cut.decide(scores);
      decision =
          new AuditSubject.Decision(
              AuditSubject.Source.SCORE, name, cut.rule(name), columns.threshold().isPresent());
    }
    return new OutcomeColumns.Found(
        new DecidedOutcomes(decisions, weights),
        OutcomeColumns.Task.BINARY,
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

  private Outcomes classes(String column) {
    String predicted = columns.prediction().orElseThrow();
    NavigableSet<String> names = distinct(column, MOST_CLASSES);
    names.addAll(distinct(predicted, MOST_CLASSES));
    List<String> classes = List.copyOf(names);
    return new ClassOutcomes(
        classes,
        codes(column, classes),
        codes(predicted, classes),
        columns.weight().map(table::weights));
  }

  private Outcomes numbers(String column) {
    return new NumericOutcomes(
        present(column),
        present(columns.prediction().orElseThrow()),
        columns.weight().map(table::weights));
  }

  private NavigableSet<String> distinct(String name, int most) {
    Column column = table.column(name);
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < table.rows() && names.size() < most; i++) {
      names.add(text(column, i));
    }
    return names;
  }

  private int[] codes(String name, List<String> classes) {
    Column column = table.column(name);
    return IntStream.range(0, table.rows()).map(i -> classes.indexOf(text(column, i))).toArray();
  }

  private double[] present(String name) {
    Column.Numeric column = table.numeric(name);
    for (int i = 0; i < table.rows(); i++) {
      text(column, i);
    }
    return column.values();
  }

  private String text(Column column, int row) {
    String text = column.text(row);
    if (text == null) {
      throw new DataException(
          "%s, row %d, column %s: the value is missing; every row needs one"
              .formatted(table.origin(), row + 1, column.name()));
    }
    return text;
  }
}
