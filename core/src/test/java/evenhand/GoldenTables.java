package evenhand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenhand.data.Groups;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The tables and values under {@code golden/}, made by {@code golden/make_golden.py} with
 * scikit-learn 1.2.1, statsmodels 0.13.5, scipy 1.10.1 and fairlearn 0.14.0; versions and command
 * stand in the script's first lines and in every JSON file.
 */
public final class GoldenTables {

  private GoldenTables() {}

  public static JsonNode json(String name) {
    return read(name, in -> new ObjectMapper().readTree(in));
  }

  /** One column of a table, without the header. */
  public static List<String> column(String table, String name) {
    List<String> lines =
        read(table, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8)).lines().toList();
    int at = Arrays.asList(lines.get(0).split(",", -1)).indexOf(name);
    return lines.stream().skip(1).map(line -> line.split(",", -1)[at]).toList();
  }

  public static int[] whole(String table, String name) {
    return column(table, name).stream().mapToInt(Integer::parseInt).toArray();
  }

  public static double[] numbers(String table, String name) {
    return column(table, name).stream().mapToDouble(Double::parseDouble).toArray();
  }

  public static Groups groups(String table, String name) {
    return Groups.of(name, column(table, name));
  }

  /** The numbers of a JSON array. */
  public static double[] numbers(JsonNode array) {
    return IntStream.range(0, array.size()).mapToDouble(i -> array.get(i).asDouble()).toArray();
  }

  /** Ids of a JSON object's fields. */
  public static List<String> fields(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private interface Reader<T> {
    T read(InputStream in) throws IOException;
  }

  private static <T> T read(String name, Reader<T> reader) {
    try (InputStream in = GoldenTables.class.getResourceAsStream("/golden/" + name)) {
      return reader.read(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
