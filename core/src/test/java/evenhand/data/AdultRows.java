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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /**
   * The files under {@code EVENHAND_DATA}, else under {@code ../shared/data}; empty without them.
   */
  public static Optional<AdultRows> find() {
    return DataFolder.find("adult")
        .map(
            folder ->
                new AdultRows(
                    read(folder.resolve("adult.data.gz")), read(folder.resolve("adult.test.gz"))));
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
    List<Map<Integer, Float>> encoded = new ArrayList<>();
    rows.forEach(row -> encoded.add(new LinkedHashMap<>()));
    int columns = 0;
    for (int c = 0; c < COLUMNS.size(); c++) {
      if (!without.contains(COLUMNS.get(c)) && NUMBERS.contains(COLUMNS.get(c))) {
        standardise(rows, c, columns++, encoded);
      }
    }
    for (int c = 0; c < COLUMNS.size(); c++) {
      if (!without.contains(COLUMNS.get(c)) && !NUMBERS.contains(COLUMNS.get(c))) {
        columns += oneHot(rows, c, columns, encoded);
      }
    }
    int[] labels = rows.stream().mapToInt(row -> row[14].startsWith(">50K") ? 1 : 0).toArray();
    return Sample.of(
        csr(encoded, columns), labels, List.of(groups(rows, "sex"), groups(rows, "race")));
  }

  private static Groups groups(List<String[]> rows, String attribute) {
    int column = COLUMNS.indexOf(attribute);
    return Groups.of(attribute, rows.stream().map(row -> row[column]).toList());
  }

  private void standardise(
      List<String[]> rows, int source, int target, List<Map<Integer, Float>> encoded) {
    double[] seen = training.stream().mapToDouble(row -> Double.parseDouble(row[source])).toArray();
    double mean = Arrays.stream(seen).average().orElseThrow();
    double variance = Arrays.stream(seen).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    for (int i = 0; i < rows.size(); i++) {
      double value = Double.parseDouble(rows.get(i)[source]);
      encoded.get(i).put(target, (float) ((value - mean) / Math.sqrt(variance)));
    }
  }

  private int oneHot(
      List<String[]> rows, int source, int first, List<Map<Integer, Float>> encoded) {
    TreeSet<String> distinct = new TreeSet<>();
    training.forEach(row -> distinct.add(row[source]));
    List<String> levels = List.copyOf(distinct);
    for (int i = 0; i < rows.size(); i++) {
      int level = levels.indexOf(rows.get(i)[source]);
      if (level >= 0) {
        encoded.get(i).put(first + level, 1f);
      }
    }
    return levels.size();
  }

  private static CsrMatrix csr(List<Map<Integer, Float>> rows, int columns) {
    int[] offsets = new int[rows.size() + 1];
    for (int i = 0; i < rows.size(); i++) {
      offsets[i + 1] = offsets[i] + rows.get(i).size();
    }
    int[] indices = new int[offsets[rows.size()]];
    float[] values = new float[indices.length];
    int at = 0;
    for (Map<Integer, Float> row : rows) {
      for (Map.Entry<Integer, Float> entry : row.entrySet()) {
        indices[at] = entry.getKey();
        values[at++] = entry.getValue();
      }
    }
    return new CsrMatrix(rows.size(), columns, offsets, indices, values);
  }
}
