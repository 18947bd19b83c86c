package evenhand.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.DataException;
import java.io.IOException;

/**
 * Small JSON parts with numbers in them, as a stranger may have written them.
 *
 * @param part its name, for messages
 */
record ScorerJson(String part) {

  /** No number of these parts is written with more bytes, its comma and some room included. */
  private static final int BYTES_PER_NUMBER = 64;

  private static final int BYTES_BESIDES = 1024;

  private static final ObjectMapper STRICT =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(4)
                          .maxNumberLength(BYTES_PER_NUMBER)
                          .maxStringLength(BYTES_BESIDES)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static ObjectNode start(String schema) {
    ObjectNode root = STRICT.createObjectNode();
    root.put("schema", schema);
    return root;
  }

  static byte[] bytes(ObjectNode root) {
    try {
      return STRICT.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers can always be written", e);
    }
  }

  /**
   * @param numbers that the part holds besides a few
   */
  JsonNode read(byte[] bytes, String schema, int numbers) {
    long most = BYTES_BESIDES + (long) BYTES_PER_NUMBER * numbers;
    if (bytes.length > most) {
      throw new DataException(
          "the part %s has %d bytes, at most %d can be right".formatted(part, bytes.length, most));
    }
    JsonNode root;
    try {
      root = STRICT.readTree(bytes);
    } catch (IOException e) {
      throw new DataException("the part %s is not readable JSON".formatted(part), e);
    }
    if (!root.path("schema").asText().equals(schema)) {
      throw new DataException("the part %s must have the schema %s".formatted(part, schema));
    }
    return root;
  }

  double number(JsonNode node, String what) {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw new DataException(
          "the part %s: %s must be a finite number, was %s".formatted(part, what, node));
    }
    return node.doubleValue();
  }
}
