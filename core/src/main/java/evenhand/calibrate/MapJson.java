package evenhand.calibrate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** {@link CalibrationMap} as JSON and back; what is read is bounded and checked. */
final class MapJson {

  private static final int DEEPEST = 32;

  private MapJson() {}

  static ObjectNode write(CalibrationMap map) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (map instanceof IdentityMap identity) {
      json.put("map", "identity").put("scale", identity.scale().id());
    } else if (map instanceof SigmoidMap sigmoid) {
      json.put("map", "sigmoid")
          .put("slope", sigmoid.slope())
          .put("intercept", sigmoid.intercept());
    } else if (map instanceof TemperatureMap temperature) {
      json.put("map", "temperature")
          .put("inverse_temperature", temperature.inverseTemperature())
          .put("scale", temperature.scale().id());
    } else if (map instanceof BetaMap beta) {
      json.put("map", "beta").put("a", beta.a()).put("b", beta.b()).put("c", beta.c());
      json.put("scale", beta.scale().id());
    } else if (map instanceof IsotonicMap isotonic) {
      json.put("map", "isotonic");
      put(json.putArray("scores"), isotonic.scores());
      put(json.putArray("values"), isotonic.values());
    } else if (map instanceof RecalibratedMap recalibrated) {
      json.put("map", "recalibrated")
          .put("slope", recalibrated.slope())
          .put("intercept", recalibrated.intercept())
          .set("parent", write(recalibrated.parent()));
    } else if (map instanceof MixtureMap mixture) {
      json.put("map", "mixture");
      put(json.putArray("knots"), mixture.knots());
      ArrayNode parts = json.putArray("parts");
      for (MixtureMap.Part part : mixture.parts()) {
        ObjectNode entry = parts.addObject();
        put(entry.putArray("shares"), part.shares());
        entry.set("map", write(part.map()));
      }
    }
    return json;
  }

  private static void put(ArrayNode list, double[] values) {
    for (double value : values) {
      list.add(value);
    }
  }

  static CalibrationMap read(JsonNode json) {
    return read(json, 0);
  }

  private static CalibrationMap read(JsonNode json, int depth) {
    if (depth > DEEPEST) {
      throw Bounded.wrong("maps lie in one another more than %d deep".formatted(DEEPEST));
    }
    try {
      return switch (Bounded.text(json, "map")) {
        case "identity" -> new IdentityMap(scale(json));
        case "sigmoid" ->
            new SigmoidMap(Bounded.number(json, "slope"), Bounded.number(json, "intercept"));
        case "temperature" ->
            new TemperatureMap(Bounded.number(json, "inverse_temperature"), scale(json));
        case "beta" ->
            new BetaMap(
                Bounded.number(json, "a"),
                Bounded.number(json, "b"),
                Bounded.number(json, "c"),
                scale(json));
        case "isotonic" ->
            new IsotonicMap(
                Bounded.numbers(json, "scores", IsotonicMap.MOST_KNOTS),
                Bounded.numbers(json, "values", IsotonicMap.MOST_KNOTS));
        case "recalibrated" ->
            new RecalibratedMap(
                read(json.path("parent"), depth + 1),
                Bounded.number(json, "slope"),
                Bounded.number(json, "intercept"));
        case "mixture" -> mixture(json, depth);
        default -> throw Bounded.wrong("a map is of an unknown kind");
      };
    } catch (IllegalArgumentException e) {
      throw Bounded.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static MixtureMap mixture(JsonNode json, int depth) {
    List<MixtureMap.Part> parts = new ArrayList<>();
    for (JsonNode entry : Bounded.list(json, "parts", MixtureMap.MOST_PARTS)) {
      parts.add(
          new MixtureMap.Part(
              read(entry.path("map"), depth + 1),
              Bounded.numbers(entry, "shares", MixtureMap.MOST_KNOTS)));
    }
    return new MixtureMap(Bounded.numbers(json, "knots", MixtureMap.MOST_KNOTS), parts);
  }

  static Scale scale(JsonNode json) {
    return switch (Bounded.text(json, "scale")) {
      case "probability" -> Scale.PROBABILITY;
      case "logit" -> Scale.LOGIT;
      default -> throw Bounded.wrong("scale must be probability or logit");
    };
  }
}
