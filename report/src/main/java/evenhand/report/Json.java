package evenhand.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How every JSON document of Evenhand is written: undefined is {@code null}, numbers are the
 * shortest text that reads back to the same double on every JDK, line ends are {@code \n}.
 */
public final class Json {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private static final ObjectWriter INDENTED =
      MAPPER.writer(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  /** Indented by two spaces, with a line end at the end. */
  public static String text(JsonNode tree) {
    return write(INDENTED, tree) + "\n";
  }

  /** On one line, without a line end. */
  public static String line(JsonNode tree) {
    return write(MAPPER.writer(), tree);
  }

  private static String write(ObjectWriter writer, JsonNode tree) {
    try {
      return writer.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static ArrayNode array() {
    return NODES.arrayNode();
  }

  /** A measured number. */
  static JsonNode number(OptionalDouble value) {
    return value.isEmpty() ? NODES.nullNode() : number(value.getAsDouble());
  }

  static JsonNode number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a measured number must be finite, was " + value);
    }
    return NODES.numberNode(value);
  }

  /** A number of rows: an integer unless weights make it a fraction. */
  static JsonNode count(OptionalDouble value) {
    if (value.isEmpty()) {
      return NODES.nullNode();
    }
    double count = value.getAsDouble();
    boolean whole = count == Math.rint(count) && Math.abs(count) <= 1L << 53;
    return whole ? NODES.numberNode((long) count) : number(count);
  }

  static JsonNode text(Optional<String> value) {
    return value.<JsonNode>map(NODES::textNode).orElseGet(NODES::nullNode);
  }

  static ArrayNode texts(List<String> values) {
    ArrayNode array = array();
    values.forEach(array::add);
    return array;
  }

  static ObjectNode lists(Map<String, List<String>> values) {
    ObjectNode object = object();
    values.forEach((name, list) -> object.set(name, texts(list)));
    return object;
  }

  static ObjectNode texts(Map<String, String> values) {
    ObjectNode object = object();
    values.forEach(object::put);
    return object;
  }
}
