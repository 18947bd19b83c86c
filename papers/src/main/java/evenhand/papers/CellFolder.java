package evenhand.papers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.DataException;
import evenhand.data.WholeFile;
import evenhand.report.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Keeps every finished cell as a file of its own, whole or not at all. A cell is found again only
 * under the hash of its method, seed, configuration and this software's version; delete the folder
 * after a change of code that the version doesn't show. Threads may share it.
 */
public final class CellFolder {

  private static final String SCHEMA = "evenhand.cell/1";

  /** A cell of a whole training with a few series is some kilobytes. */
  private static final long LARGEST = 64L << 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final String version;
  private final AtomicInteger reused = new AtomicInteger();

  /**
   * @param folder is made where it is missing
   */
  public CellFolder(Path folder) {
    this(
        folder,
        Optional.ofNullable(CellFolder.class.getPackage().getImplementationVersion())
            .orElse("development"));
  }

  CellFolder(Path folder, String version) {
    this.folder = folder;
    this.version = version;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DataException("can't make the folder %s: %s".formatted(folder, e.getMessage()), e);
    }
    WholeFile.clean(folder);
  }

  /** What an earlier run kept under the same hash, else what {@code work} gives, kept now. */
  public Cell get(CellId id, Supplier<Cell> work) {
    Path file = folder.resolve(id.fileName());
    Optional<Cell> found = find(file, key(id));
    if (found.isPresent()) {
      reused.incrementAndGet();
      return found.get();
    }
    Cell cell = work.get();
    try (WholeFile whole = WholeFile.open(file)) {
      whole.stream().write(Json.text(tree(id, cell)).getBytes(StandardCharsets.UTF_8));
      whole.commit();
    } catch (IOException e) {
      throw new DataException(
          "can't write %s: %s".formatted(file, Objects.toString(e.getMessage())), e);
    }
    return cell;
  }

  /** How many cells were there already. */
  public int reused() {
    return reused.get();
  }

  private String key(CellId id) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String text =
          String.join(
              "\n",
              SCHEMA,
              version,
              id.method(),
              Long.toString(id.seed()),
              id.configuration().toString());
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Optional<Cell> find(Path file, String key) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      JsonNode tree = JSON.readTree(Files.readAllBytes(file));
      return tree != null && tree.path("key").asText().equals(key)
          ? Optional.of(read(tree))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // not whole, or not ours: it is made again
    }
  }

  private static Cell read(JsonNode tree) {
    Map<String, Double> figures = new LinkedHashMap<>();
    tree.path("figures")
        .properties()
        .forEach(each -> figures.put(each.getKey(), each.getValue().asDouble(Double.NaN)));
    Map<String, double[]> series = new LinkedHashMap<>();
    tree.path("series")
        .properties()
        .forEach(
            each -> {
              double[] values = new double[each.getValue().size()];
              for (int i = 0; i < values.length; i++) {
                values[i] = each.getValue().path(i).asDouble(Double.NaN);
              }
              series.put(each.getKey(), values);
            });
    return new Cell(figures, series);
  }

  private ObjectNode tree(CellId id, Cell cell) {
    ObjectNode tree = JSON.createObjectNode();
    tree.put("schema", SCHEMA);
    tree.put("key", key(id));
    tree.put("version", version);
    tree.put("method", id.method());
    tree.put("seed", id.seed());
    ObjectNode configuration = tree.putObject("configuration");
    id.configuration().forEach(configuration::put);
    ObjectNode figures = tree.putObject("figures");
    cell.figures().forEach(figures::put);
    ObjectNode series = tree.putObject("series");
    cell.series()
        .forEach(
            (name, values) -> {
              ArrayNode array = series.putArray(name);
              for (double value : values) {
                array.add(value);
              }
            });
    return tree;
  }
}
