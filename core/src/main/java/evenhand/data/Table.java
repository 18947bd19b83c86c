package evenhand.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was read: named columns of equal length.
 *
 * @param origin where it came from, as a person would name it: a file name, a query, a catalogue
 *     name
 * @param columns with distinct names, each of {@code rows} values
 * @param rows number of data rows; in messages the first is row 1, a header is not counted
 */
public record Table(String origin, List<Column> columns, int rows) {

  private static final int MOST_NAMED = 30;

  public Table {
    columns = List.copyOf(columns);
    Set<String> names = new LinkedHashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new DataException(
            "%s: column %s occurs twice; every column needs its own name"
                .formatted(origin, column.name()));
      }
      if (column.size() != rows) {
        throw new IllegalArgumentException(
            "%s: column %s has %d values, the table %d rows"
                .formatted(origin, column.name(), column.size(), rows));
      }
    }
  }

  /** The given rows, in the given order. */
  public Table select(int[] chosen) {
    return new Table(
        origin, columns.stream().map(column -> column.select(chosen)).toList(), chosen.length);
  }

  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  public boolean has(String name) {
    return columns.stream().anyMatch(column -> column.name().equals(name));
  }

  /** Names in a sentence: of many only the first. */
  public static String some(List<String> names) {
    return names.size() <= MOST_NAMED
        ? String.join(", ", names)
        : "%s and %d more"
            .formatted(String.join(", ", names.subList(0, MOST_NAMED)), names.size() - MOST_NAMED);
  }

  /** The column of that name; a {@link DataException} that lists the names there are. */
  public Column column(String name) {
    for (Column column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    throw new DataException(
        "%s has no column %s; it has %s%s"
            .formatted(
                origin,
                name,
                some(names()),
                columns.size() == 1
                    ? " alone; where another sign separates its fields, say which with --delimiter"
                    : Guess.hint(name, names())));
  }

  /**
   * That column's numbers.
   *
   * @throws DataException naming the first row whose value is no number, and how many there are
   */
  public Column.Numeric numeric(String name) {
    Column column = column(name);
    if (column instanceof Column.Numeric numeric) {
      return numeric;
    }
    throw notNumeric((Column.Categorical) column);
  }

  /** Blames a cell that is no number however written, else one that is written otherwise. */
  private DataException notNumeric(Column.Categorical texts) {
    String name = texts.name();
    NumberForms forms = NumberForms.of(texts);
    if (forms.rows() == 0) {
      return new DataException(
          "%s: column %s has no values, numbers are needed".formatted(origin, name));
    }
    Optional<NumberForm> written = forms.otherwise();
    if (forms.count(NumberForm.TEXT) == 0 && written.isEmpty()) {
      return new DataException(
          "%s: column %s is read as texts, numbers are needed; --type '%s=number' reads it as numbers"
              .formatted(origin, name, name));
    }
    NumberForm blamed = forms.count(NumberForm.TEXT) > 0 ? NumberForm.TEXT : written.orElseThrow();
    int row = Objects.requireNonNull(forms.first().get(blamed));
    int found = forms.count(blamed);
    String more =
        found == 1 || found == forms.rows() ? "" : ", one of %d such cells".formatted(found);
    String advice =
        written
            .map(
                form ->
                    blamed == form
                        ? ": it %s; %s".formatted(form.fault(), form.advice())
                        : "; %d others are numbers, but each %s: %s"
                            .formatted(forms.count(form), form.fault(), form.advice()))
            .orElse("");
    return new DataException(
        "%s, row %d, column %s: %s is not a number%s%s"
            .formatted(origin, row + 1, name, shown(texts.text(row)), more, advice));
  }

  private static String shown(@Nullable String text) {
    return text == null || text.length() <= 60
        ? String.valueOf(text)
        : text.substring(0, 57) + "...";
  }

  /**
   * That column as row weights.
   *
   * @return shape [rows], finite and ≥ 0, not all 0
   * @throws DataException with the row of the first that is not
   */
  public double[] weights(String name) {
    double[] weights = numeric(name).values();
    double total = 0;
    for (int i = 0; i < rows; i++) {
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new DataException(
            "%s, row %d, column %s: a weight must be a number of at least 0, was %s"
                .formatted(origin, i + 1, name, Double.isNaN(weights[i]) ? "missing" : weights[i]));
      }
      total += weights[i];
    }
    if (!(total > 0)) {
      throw new DataException(
          "%s: every weight in column %s is 0, at least one row must count"
              .formatted(origin, name));
    }
    return weights;
  }

  /**
   * That column as probabilities.
   *
   * @return shape [rows], each in [0, 1]
   * @throws DataException with the row of the first that is not
   */
  public double[] probabilities(String name) {
    return probabilities(name, "");
  }

  /** The same of scores, which may be logits by mistake. */
  public double[] scores(String name) {
    return probabilities(name, "; calibrate with --logits makes probabilities of logits");
  }

  private double[] probabilities(String name, String hint) {
    double[] values = numeric(name).values();
    for (int i = 0; i < rows; i++) {
      if (!(values[i] >= 0 && values[i] <= 1)) {
        boolean isMissing = Double.isNaN(values[i]);
        throw new DataException(
            "%s, row %d, column %s: a probability from 0 to 1 is needed, was %s%s"
                .formatted(
                    origin, i + 1, name, isMissing ? "missing" : values[i], isMissing ? "" : hint));
      }
    }
    return values;
  }
}
