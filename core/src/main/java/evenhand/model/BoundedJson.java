package evenhand.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenhand.data.DataException;
import java.io.IOException;
import java.util.Locale;

/**
 * Reads JSON from a stranger. A tree of many small values takes forty times the memory of its text,
 * so they are counted before there is a tree.
 */
final class BoundedJson {

  private static final int MOST_BYTES = 1 << 26;
  private static final int MOST_TOKENS = 5_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private BoundedJson() {}

  /**
   * @param what it is, to begin a sentence about it
   * @throws DataException when it is no JSON, or larger or nested deeper than any part of a model
   */
  static JsonNode read(byte[] bytes, String what) {
    if (bytes.length > MOST_BYTES) {
      throw tooLarge(what);
    }
    try {
      try (JsonParser parser = JSON.createParser(bytes)) {
        for (int tokens = 0; parser.nextToken() != null; tokens++) {
          if (tokens >= MOST_TOKENS) {
            throw tooLarge(what);
          }
        }
      }
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new DataException("%s is not JSON".formatted(what), e);
    }
  }

  private static DataException tooLarge(String what) {
    return new DataException(
        String.format(
            Locale.ROOT,
            "%s is larger than a model's may be, %d MiB and %,d values and brackets",
            what,
            MOST_BYTES >> 20,
            MOST_TOKENS));
  }
}
