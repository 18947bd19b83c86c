package evenhand.papers;

import evenhand.data.Column;
import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adult with every column in bins of the training rows, as in the notebooks of Jiang and Nachum,
 * "Identifying and correcting label bias in machine learning", AISTATS 2020.
 */
final class BinnedAdult {

  /** Upper ends of bins, each included; what lies outside is in none. */
  private static final Map<String, double[]> BINS =
      Map.of(
          "capital-gain", new double[] {-1, 1, 4000, 10_000, 100_000},
          "capital-loss", new double[] {-1, 1, 1800, 1950, 4500},
          "hours-per-week", new double[] {0, 39, 41, 50, 100},
          "education-num", new double[] {0, 8, 9, 11, 16});

  private static final List<String> CATEGORIES =
      List.of(
          "workclass",
          "education",
          "marital-status",
          "occupation",
          "relationship",
          "race",
          "sex",
          "native-country");

  private static final List<String> RACES = List.of("White", "Black");

  static final String OTHER = "other";

  private final Map<String, double[]> bins = new LinkedHashMap<>();
  private final Map<String, List<String>> levels = new LinkedHashMap<>();

  BinnedAdult(Table training) {
    bins.putAll(new TreeMap<>(BINS));
    bins.put("age", quarters(training.numeric("age").values()));
    for (String name : CATEGORIES) {
      TreeSet<String> values = new TreeSet<>();
      Column column = training.column(name);
      for (int i = 0; i < column.size(); i++) {
        values.add(value(column, i));
      }
      levels.put(name, List.copyOf(values));
    }
  }

  /** The least value is in no bin, as in theirs. */
  private static double[] quarters(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ends = new double[5];
    for (int q = 0; q < ends.length; q++) {
      double at = q / 4.0 * (sorted.length - 1);
      int below = (int) at;
      int above = Math.min(below + 1, sorted.length - 1);
      ends[q] = sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
    return ends;
  }

  private static String value(Column column, int row) {
    return column.isMissing(row) ? "?" : Objects.requireNonNull(column.text(row));
  }

  Sample of(Table table) {
    List<float[]> columns = new ArrayList<>();
    bins.forEach(
        (name, ends) -> {
          double[] values = table.numeric(name).values();
          for (int b = 1; b < ends.length; b++) {
            float[] in = new float[values.length];
            for (int i = 0; i < in.length; i++) {
              in[i] = values[i] > ends[b - 1] && values[i] <= ends[b] ? 1 : 0;
            }
            columns.add(in);
          }
        });
    levels.forEach(
        (name, all) -> {
          Column column = table.column(name);
          for (String level : all) {
            float[] in = new float[column.size()];
            for (int i = 0; i < in.length; i++) {
              in[i] = value(column, i).equals(level) ? 1 : 0;
            }
            columns.add(in);
          }
        });
    float[] values = new float[table.rows() * columns.size()];
    for (int c = 0; c < columns.size(); c++) {
      for (int i = 0; i < table.rows(); i++) {
        values[i * columns.size() + c] = columns.get(c)[i];
      }
    }
    Column income = table.column("income");
    int[] labels = new int[table.rows()];
    Arrays.setAll(labels, i -> value(income, i).equals(">50K") ? 1 : 0);
    return Sample.of(
        new DenseMatrix(table.rows(), columns.size(), values),
        labels,
        List.of(groups(table, "sex", List.of("Female", "Male")), groups(table, "race", RACES)));
  }

  private static Groups groups(Table table, String name, List<String> protectedOnes) {
    Column column = table.column(name);
    int[] codes = new int[table.rows()];
    boolean others = false;
    for (int i = 0; i < codes.length; i++) {
      int code = protectedOnes.indexOf(value(column, i));
      codes[i] = code < 0 ? protectedOnes.size() : code;
      others |= code < 0;
    }
    List<String> names = new ArrayList<>(protectedOnes);
    if (others) {
      names.add(OTHER);
    }
    return new Groups(name, names, codes);
  }
}
