package evenhand.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.DataException;
import evenhand.learner.LogisticScorer;
import evenhand.learner.Scorer;
import java.io.IOException;
import java.util.Optional;

/** {@link LogisticScorer} as {@code {"intercept": b, "coefficients": [...]}}. */
public final class LogisticFormat implements ScorerFormat {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String id() {
    return "logistic.json";
  }

  @Override
  public Optional<byte[]> write(Scorer scorer) {
    if (!(scorer instanceof LogisticScorer logistic)) {
      return Optional.empty();
    }
    ObjectNode tree = JSON.createObjectNode().put("intercept", logistic.intercept());
    ArrayNode coefficients = tree.putArray("coefficients");
    for (double coefficient : logistic.coefficients()) {
      coefficients.add(coefficient);
    }
    try {
      return Optional.of(JSON.writeValueAsBytes(tree));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  @Override
  public Scorer read(byte[] bytes, int columns) {
    JsonNode tree;
    try {
      tree = JSON.readTree(bytes);
    } catch (IOException e) {
      throw new DataException("a logistic scorer is not JSON", e);
    }
    JsonNode list = tree.path("coefficients");
    if (!list.isArray() || list.size() != columns) {
      throw new DataException(
          "a logistic scorer has %d coefficients for %d features".formatted(list.size(), columns));
    }
    double[] coefficients = new double[columns];
    for (int j = 0; j < columns; j++) {
      coefficients[j] = finite(list.get(j));
    }
    return new LogisticScorer(coefficients, finite(tree.path("intercept")));
  }

  private static double finite(JsonNode value) {
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new DataException(
          "a logistic scorer holds %s, finite numbers are needed".formatted(value));
    }
    return value.doubleValue();
  }
}
