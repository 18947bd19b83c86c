package evenhand.papers;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.DenseMatrix;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Table;
import evenhand.tables.Catalogue;
import evenhand.tables.DataFolders;
import evenhand.torch.meta.Examples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.zip.GZIPInputStream;

/**
 * A data set as the authors of Nash-Meta-Learning cut it, its features one-hot and standardised.
 *
 * @param all every row, in the order that their split counts
 * @param training numbers of rows
 * @param test numbers of rows, some twice
 * @param trusted numbers of rows: their validation rows
 */
record NashData(Examples all, int[] training, int[] test, int[] trusted) {

  /** Whose means and deviations features are standardised by. */
  enum Standardized {
    /** Every row's, test rows included, as the authors did. */
    ALL_ROWS,
    TRAINING_ROWS
  }

  static NashData read(NashSetting setting, DataFolders folders, Standardized by) {
    Catalogue catalogue = new Catalogue(folders);
    Table table = setting.table(catalogue);
    int[][] parts = split(folders, setting.id());
    for (int[] part : parts) {
      for (int row : part) {
        if (row >= table.rows()) {
          throw new DataException(
              "the split of %s has row %d, the data have %d rows"
                  .formatted(setting.id(), row, table.rows()));
        }
      }
    }
    List<double[]> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      if (!setting.without().contains(column.name())) {
        columns.addAll(numbers(column));
      }
    }
    int[] rows =
        by == Standardized.ALL_ROWS
            ? java.util.stream.IntStream.range(0, table.rows()).toArray()
            : parts[0];
    float[] values = new float[table.rows() * columns.size()];
    for (int c = 0; c < columns.size(); c++) {
      standardize(columns.get(c), rows, values, c, columns.size());
    }
    IntUnaryOperator label = setting.label(table);
    int[] labels = new int[table.rows()];
    Arrays.setAll(labels, label);
    Examples all =
        new Examples(
            new DenseMatrix(table.rows(), columns.size(), values),
            labels,
            2,
            setting.groups(table));
    return new NashData(all, parts[0], parts[1], parts[2]);
  }

  /** About what a training on them takes of the heap. */
  long bytesOfARun() {
    return 3L * Float.BYTES * all.size() * all.features().columns();
  }

  /** Training, test and trusted rows. */
  private static int[][] split(DataFolders folders, String id) {
    Path file = Pictures.find(folders, "nash-splits", id + ".csv");
    TreeMap<String, List<Integer>> parts = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                file.toString().endsWith(".gz")
                    ? new GZIPInputStream(Files.newInputStream(file))
                    : Files.newInputStream(file),
                StandardCharsets.US_ASCII))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int comma = line.indexOf(',');
        if (comma < 0 || !line.substring(comma + 1).matches("[0-9]{1,8}")) {
          throw new DataException("%s: %s is no part and row".formatted(file, line));
        }
        parts
            .computeIfAbsent(line.substring(0, comma), ignored -> new ArrayList<>())
            .add(Integer.parseInt(line.substring(comma + 1)));
      }
    } catch (IOException e) {
      throw new DataException("can't read %s: %s".formatted(file, e.getMessage()), e);
    }
    return new int[][] {
      rows(parts, "train", file), rows(parts, "test", file), rows(parts, "validation", file)
    };
  }

  private static int[] rows(TreeMap<String, List<Integer>> parts, String part, Path file) {
    List<Integer> rows = parts.get(part);
    if (rows == null) {
      throw new DataException("%s has no rows of the part %s".formatted(file, part));
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A number as it is; a category as 0 or 1 for each of its values, missing as none of them. */
  private static List<double[]> numbers(Column column) {
    if (column instanceof Column.Numeric numeric) {
      double[] values = numeric.values().clone();
      for (int i = 0; i < values.length; i++) {
        values[i] = Double.isNaN(values[i]) ? 0 : values[i];
      }
      return List.of(values);
    }
    Set<String> levels = new TreeSet<>();
    for (int i = 0; i < column.size(); i++) {
      if (!column.isMissing(i)) {
        levels.add(Objects.requireNonNull(column.text(i)));
      }
    }
    List<double[]> each = new ArrayList<>();
    for (String level : levels) {
      double[] values = new double[column.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = level.equals(column.text(i)) ? 1 : 0;
      }
      each.add(values);
    }
    return each;
  }

  private static void standardize(double[] column, int[] rows, float[] into, int at, int columns) {
    double mean = Arrays.stream(rows).mapToDouble(row -> column[row]).average().orElse(0);
    double squares = Arrays.stream(rows).mapToDouble(row -> square(column[row] - mean)).sum();
    double deviation = Math.sqrt(squares / rows.length);
    for (int i = 0; i < column.length; i++) {
      into[i * columns + at] = deviation == 0 ? 0 : (float) ((column[i] - mean) / deviation);
    }
  }

  private static double square(double value) {
    return value * value;
  }

  /** Groups by a condition on each row. */
  static Groups twoGroups(String attribute, List<String> names, int rows, IntPredicate second) {
    int[] codes = new int[rows];
    for (int i = 0; i < rows; i++) {
      codes[i] = second.test(i) ? 1 : 0;
    }
    return new Groups(attribute, names, codes);
  }

  /** Groups by the values of a column. */
  static Groups byColumn(Table table, String column) {
    return GroupColumn.parse(column).of(table);
  }

  /** Columns of a table in which a value is missing. */
  static Set<String> incomplete(Table table) {
    Set<String> names = new LinkedHashSet<>();
    for (Column column : table.columns()) {
      for (int i = 0; i < column.size(); i++) {
        if (column.isMissing(i)) {
          names.add(column.name());
          break;
        }
      }
    }
    return names;
  }
}
