package evenhand.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * UCI Adult as the peers' figures used it: {@code adult.data} to train, {@code adult.test} to test;
 * numbers standardised by the training rows, then one column per training level of every category,
 * {@code ?} being a level. Groups are sex and race.
 */
public final class AdultRows {

  private static final List<String> COLUMNS =
      List.of(
          "age",
          "workclass",
          "fnlwgt",
          "education",
          "education-num",
          "marital-status",
          "occupation",
          "relationship",
          "race",
          "sex",
          "capital-gain",
          "capital-loss",
          "hours-per-week",
          "native-country");
  private static final Set<String> NUMBERS =
      Set.of("age", "fnlwgt", "education-num", "capital-gain", "capital-loss", "hours-per-week");

  private final List<String[]> training;
  private final List<String[]> test;

  private AdultRows(List<String[]> training, List<String[]> test) {
    this.training = training;
    this.test = test;
  }

  /** The files, where tests may use them. */
  public static AdultRows needed() {
    Path folder = DataFolder.needed().resolve("adult");
    return new AdultRows(
        read(folder.resolve("adult.data.gz")), read(folder.resolve("adult.test.gz")));
  }

  private static List<String[]> read(Path file) {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split(",", -1);
        if (fields.length == COLUMNS.size() + 1) {
          rows.add(Arrays.stream(fields).map(String::trim).toArray(String[]::new));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** 32,561 rows, without the named columns among the features. */
  public Sample training(String... without) {
    return sample(training, Set.of(without));
  }

  /** 16,281 rows, encoded as the training rows are. */
  public Sample test(String... without) {
    return sample(test, Set.of(without));
  }

  private Sample sample(List<String[]> rows, Set<String> without) {
    List<float[]> numbers = new ArrayList<>();
    List<int[]> levels = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    for (int c = 0; c < COLUMNS.size(); c++) {
      if (!without.contains(COLUMNS.get(c))) {
        if (NUMBERS.contains(COLUMNS.get(c))) {
          numbers.add(standardised(rows, c));
        } else {
          List<String> known = levels(c);
          levels.add(codes(rows, c, known));
          widths.add(known.size());
        }
      }
    }
    int[] labels = rows.stream().mapToInt(row -> row[14].startsWith(">50K") ? 1 : 0).toArray();
    return Sample.of(
        csr(rows.size(), numbers, levels, widths),
        labels,
        List.of(groups(rows, "sex"), groups(rows, "race")));
  }

  private static Groups groups(List<String[]> rows, String attribute) {
    int column = COLUMNS.indexOf(attribute);
    return Groups.of(attribute, rows.stream().map(row -> row[column]).toList());
  }

  private float[] standardised(List<String[]> rows, int column) {
    double[] seen = training.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    double mean = Arrays.stream(seen).average().orElseThrow();
    double variance = Arrays.stream(seen).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    float[] values = new float[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((Double.parseDouble(rows.get(i)[column]) - mean) / Math.sqrt(variance));
    }
    return values;
  }

  private List<String> levels(int column) {
    TreeSet<String> distinct = new TreeSet<>();
    training.forEach(row -> distinct.add(row[column]));
    return List.copyOf(distinct);
  }

  /** Of each row, −1 where no training row has its level. */
  private static int[] codes(List<String[]> rows, int column, List<String> known) {
    return rows.stream().mapToInt(row -> known.indexOf(row[column])).toArray();
  }

  private static CsrMatrix csr(
      int rows, List<float[]> numbers, List<int[]> levels, List<Integer> widths) {
    int width = numbers.size() + levels.size();
    int[] offsets = new int[rows + 1];
    int[] indices = new int[rows * width];
    float[] values = new float[rows * width];
    int at = 0;
    for (int i = 0; i < rows; i++) {
      for (int c = 0; c < numbers.size(); c++) {
        indices[at] = c;
        values[at++] = numbers.get(c)[i];
      }
      int first = numbers.size();
      for (int c = 0; c < levels.size(); c++) {
        int level = levels.get(c)[i];
        if (level >= 0) {
          indices[at] = first + level;
          values[at++] = 1;
        }
        first += widths.get(c);
      }
      offsets[i + 1] = at;
    }
    int columns = numbers.size() + widths.stream().mapToInt(w -> w).sum();
    return new CsrMatrix(
        rows, columns, offsets, Arrays.copyOf(indices, at), Arrays.copyOf(values, at));
  }
}
