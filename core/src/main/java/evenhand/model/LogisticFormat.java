package evenhand.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.DataException;
import evenhand.learner.LogisticScorer;
import evenhand.learner.Scorer;
import java.util.Optional;

/** Logistic regressions: {@code {"schema","intercept","coefficients":[…]}}. */
public final class LogisticFormat implements ScorerFormat {

  private static final String SCHEMA = "evenhand.logistic/1";

  @Override
  public String id() {
    return "logistic.json";
  }

  @Override
  public Optional<byte[]> write(Scorer scorer) {
    if (!(scorer instanceof LogisticScorer logistic)) {
      return Optional.empty();
    }
    ObjectNode root = ScorerJson.start(SCHEMA);
    root.put("intercept", logistic.intercept());
    ArrayNode list = root.putArray("coefficients");
    for (double coefficient : logistic.coefficients()) {
      list.add(coefficient);
    }
    return Optional.of(ScorerJson.bytes(root));
  }

  @Override
  public Scorer read(byte[] bytes, int columns) {
    ScorerJson json = new ScorerJson(id());
    JsonNode root = json.read(bytes, SCHEMA, columns);
    JsonNode list = root.path("coefficients");
    if (!list.isArray() || list.size() != columns) {
      throw new DataException(
          "the part %s must have %d coefficients, one per column, it has %s"
              .formatted(id(), columns, list.isArray() ? list.size() : "none"));
    }
    double[] coefficients = new double[columns];
    for (int j = 0; j < columns; j++) {
      coefficients[j] = json.number(list.path(j), "a coefficient");
    }
    return new LogisticScorer(coefficients, json.number(root.path("intercept"), "the intercept"));
  }
}
