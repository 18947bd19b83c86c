package evenhand.data;

import evenhand.data.ColumnEncoding.Missing;
import evenhand.data.ColumnEncoding.OneHot;
import evenhand.data.ColumnEncoding.Standardised;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One column of a table on its way through one column encoding. */
interface ColumnPass {

  /** Gives every non-zero feature of the column, by increasing row, then by increasing feature. */
  void emit(Sink sink);

  /** What training rows had not shown, and what can't be read; empty where there is neither. */
  List<Encoded.Unseen> unseen();

  /** Takes one non-zero feature of one row. */
  @FunctionalInterface
  interface Sink {
    void put(int row, int index, float value);
  }

  /**
   * @param first index of the column's first feature
   */
  static ColumnPass of(ColumnEncoding encoding, Table table, int first) {
    if (encoding instanceof Standardised standardised) {
      return Numbers.of(standardised, table, first);
    }
    if (encoding instanceof ColumnEncoding.Dated dated) {
      return DatedPass.of(dated, table.column(dated.column()), first);
    }
    return Levels.of((OneHot) encoding, table.column(encoding.column()), first);
  }

  private static double[] values(Table table, String name) {
    Column column = table.column(name);
    if (column instanceof Column.Categorical categorical
        && Arrays.stream(categorical.codes()).allMatch(code -> code < 0)) {
      double[] missing = new double[table.rows()];
      Arrays.fill(missing, Double.NaN);
      return missing;
    }
    return table.numeric(name).values();
  }

  /**
   * @param values shape [rows]; NaN is missing
   * @param first index of the column's first feature
   */
  record Numbers(Standardised encoding, Table table, double[] values, int first)
      implements ColumnPass {

    static Numbers of(Standardised encoding, Table table, int first) {
      double[] values =
          encoding.unreadable() == ColumnEncoding.Unreadable.MISSING
              ? new ColumnReading.Numbers(encoding.decimal())
                  .values(table.column(encoding.column()))
              : ColumnPass.values(table, encoding.column());
      return new Numbers(encoding, table, values, first);
    }

    @Override
    public void emit(Sink sink) {
      double mean = encoding.mean();
      double deviation = encoding.deviation();
      boolean indicator = encoding.missing() == Missing.SEEN;
      for (int row = 0; row < values.length; row++) {
        double value = values[row];
        if (Double.isNaN(value)) {
          if (indicator) {
            sink.put(row, first + 1, 1);
          }
        } else if (deviation > 0) {
          float standard = (float) ((value - mean) / deviation);
          if (standard != 0) {
            sink.put(row, first, finite(standard, row));
          }
        }
      }
    }

    private float finite(float standard, int row) {
      if (Float.isFinite(standard)) {
        return standard;
      }
      throw new DataException(
          "%s, row %d, column %s: %s is too far from the training mean %s to be standardised"
              .formatted(table.origin(), row + 1, encoding.column(), values[row], encoding.mean()));
    }

    @Override
    public List<Encoded.Unseen> unseen() {
      return unreadable(table.column(encoding.column()), values, encoding.missing());
    }
  }

  /** Of a column of numbers, or of dates: values that are none, and missing ones that are new. */
  static List<Encoded.Unseen> unreadable(Column column, double[] values, Missing seen) {
    int missing = 0;
    int unreadable = 0;
    Set<String> examples = new LinkedHashSet<>();
    for (int row = 0; row < values.length; row++) {
      if (Double.isNaN(values[row])) {
        if (column.isMissing(row)) {
          missing++;
        } else {
          unreadable++;
          if (examples.size() < Encoded.Unseen.MAX_EXAMPLES) {
            examples.add(String.valueOf(column.text(row)));
          }
        }
      }
    }
    List<Encoded.Unseen> unseen = new ArrayList<>();
    if (seen == Missing.UNSEEN && missing > 0) {
      unseen.add(new Encoded.Unseen(column.name(), 0, missing, List.of()));
    }
    if (unreadable > 0) {
      unseen.add(
          new Encoded.Unseen(
              column.name(), unreadable, 0, List.copyOf(examples), Encoded.Unseen.Sort.UNREADABLE));
    }
    return unseen;
  }

  /**
   * @param codes shape [rows], index into {@code features} and {@code names}; −1 is missing
   * @param features the feature of each code; −1 for a category that is new
   * @param missing the feature of a missing value; −1 where there is none
   * @param names the category of each code
   */
  record Levels(OneHot encoding, int[] codes, int[] features, int missing, List<String> names)
      implements ColumnPass {

    static Levels of(OneHot encoding, Column column, int first) {
      Column.Categorical categorical = categorical(column);
      List<String> names = categorical.levels();
      int[] features = new int[names.size()];
      for (int code = 0; code < features.length; code++) {
        int at = Collections.binarySearch(encoding.levels(), names.get(code));
        features[code] = at < 0 ? -1 : first + at;
      }
      int missing = encoding.missing() == Missing.SEEN ? first + encoding.levels().size() : -1;
      return new Levels(encoding, categorical.codes(), features, missing, names);
    }

    /** Numbers as the categories their text names. */
    private static Column.Categorical categorical(Column column) {
      if (column instanceof Column.Categorical categorical) {
        return categorical;
      }
      List<@Nullable String> texts = new ArrayList<>(column.size());
      for (int row = 0; row < column.size(); row++) {
        texts.add(column.text(row));
      }
      return Column.Categorical.of(column.name(), texts);
    }

    @Override
    public void emit(Sink sink) {
      for (int row = 0; row < codes.length; row++) {
        int feature = codes[row] < 0 ? missing : features[codes[row]];
        if (feature >= 0) {
          sink.put(row, feature, 1);
        }
      }
    }

    @Override
    public List<Encoded.Unseen> unseen() {
      int rows = 0;
      int missingRows = 0;
      Set<String> examples = new LinkedHashSet<>();
      for (int code : codes) {
        if (code < 0) {
          missingRows += missing < 0 ? 1 : 0;
        } else if (features[code] < 0) {
          rows++;
          if (examples.size() < Encoded.Unseen.MAX_EXAMPLES) {
            examples.add(names.get(code));
          }
        }
      }
      return rows + missingRows == 0
          ? List.of()
          : List.of(
              new Encoded.Unseen(encoding.column(), rows, missingRows, List.copyOf(examples)));
    }
  }
}
