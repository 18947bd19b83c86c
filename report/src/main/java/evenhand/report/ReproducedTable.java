package evenhand.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a paper prints beside what we measured.
 *
 * @param title what the table shows
 * @param columns the metrics
 * @param rows the methods
 */
public record ReproducedTable(String title, List<Column> columns, List<Row> rows) {

  public ReproducedTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.entries().size() != columns.size()) {
        throw new IllegalArgumentException(
            "%s has %d entries for %d columns"
                .formatted(row.method(), row.entries().size(), columns.size()));
      }
    }
  }

  /**
   * @param metric with its unit where it has one
   * @param digits after the point
   */
  public record Column(String metric, int digits) {}

  /**
   * @param entries one a column
   */
  public record Row(String method, List<Entry> entries) {

    public Row {
      entries = List.copyOf(entries);
    }
  }

  /**
   * @param paper empty where the paper prints none
   * @param ours empty where there is none, such as a method not run at this scale
   */
  public record Entry(Optional<Published> paper, Optional<Measured> ours) {

    public static Entry ours(Measured ours) {
      return new Entry(Optional.empty(), Optional.of(ours));
    }

    public static Entry of(Published paper, Measured ours) {
      return new Entry(Optional.of(paper), Optional.of(ours));
    }
  }

  /**
   * @param error as printed; the paper says whether it is a standard error or deviation
   */
  public record Published(double value, OptionalDouble error) {

    public static Published of(double value) {
      return new Published(value, OptionalDouble.empty());
    }

    public static Published of(double value, double error) {
      return new Published(value, OptionalDouble.of(error));
    }
  }

  /**
   * @param mean over the runs
   * @param standardError of the mean; empty for a single run
   * @param runs that had a value
   */
  public record Measured(double mean, OptionalDouble standardError, int runs) {

    /**
     * @param values one a run, finite, at least one
     */
    public static Measured of(double... values) {
      double mean = Arrays.stream(values).average().orElseThrow();
      if (values.length == 1) {
        return new Measured(mean, OptionalDouble.empty(), 1);
      }
      double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
      double error = Math.sqrt(squares / (values.length - 1) / values.length);
      return new Measured(mean, OptionalDouble.of(error), values.length);
    }

    /** Of the differences, run by run. */
    public static Measured change(double[] from, double[] to) {
      double[] each = new double[to.length];
      Arrays.setAll(each, r -> to[r] - from[r]);
      return of(each);
    }

    /** Whether the mean is farther from 0 than two standard errors; a single run never is. */
    public boolean isSure() {
      return standardError.isPresent() && Math.abs(mean) > 2 * standardError.getAsDouble();
    }

    /** Such as {@code −1.25 ± 0.08}, of a single run {@code +1.25 (one run)}; 0 has no sign. */
    public String signed() {
      String value =
          String.format(Locale.ROOT, "%+.2f", mean)
              .replaceFirst("^[+-](?=0\\.00$)", "")
              .replace('-', '−');
      return standardError.isPresent()
          ? value + String.format(Locale.ROOT, " ± %.2f", standardError.getAsDouble())
          : value + " (one run)";
    }
  }

  /** Whether the paper prints anything for a metric. */
  boolean published(int column) {
    return rows.stream().anyMatch(row -> row.entries().get(column).paper().isPresent());
  }

  /** Column titles: a metric of the paper takes two, one of ours alone takes one. */
  List<String> header() {
    java.util.ArrayList<String> header = new java.util.ArrayList<>(List.of("method"));
    for (int c = 0; c < columns.size(); c++) {
      if (published(c)) {
        header.add(columns.get(c).metric() + ", paper");
        header.add("ours");
      } else {
        header.add(columns.get(c).metric());
      }
    }
    return header;
  }

  /** Cells under {@link #header}. */
  List<String> cells(Row row) {
    java.util.ArrayList<String> cells = new java.util.ArrayList<>(List.of(row.method()));
    for (int c = 0; c < columns.size(); c++) {
      Entry entry = row.entries().get(c);
      int digits = columns.get(c).digits();
      if (published(c)) {
        cells.add(
            entry
                .paper()
                .map(paper -> figure(paper.value(), paper.error(), digits))
                .orElse(Numbers.NONE));
      }
      cells.add(
          entry
              .ours()
              .map(ours -> figure(ours.mean(), ours.standardError(), digits))
              .orElse(Numbers.NONE));
    }
    return cells;
  }

  private static String figure(double value, OptionalDouble error, int digits) {
    String text = Numbers.fixed(value, digits);
    return error.isPresent() ? text + " ± " + Numbers.fixed(error.getAsDouble(), digits) : text;
  }

  /** Such as {@code ours: mean ± standard error of 10 runs}. */
  String legend() {
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (Row row : rows) {
      for (Entry entry : row.entries()) {
        if (entry.ours().isPresent()) {
          least = Math.min(least, entry.ours().get().runs());
          most = Math.max(most, entry.ours().get().runs());
        }
      }
    }
    String runs = least == most ? Integer.toString(most) : least + " to " + most;
    return most <= 1 ? "ours: one run" : "ours: mean ± standard error of " + runs + " runs";
  }
}
