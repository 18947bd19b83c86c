package evenhand.calibrate;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.data.DataException;

/** Reads values of a file that may have been made by anyone. */
final class Bounded {

  private static final int MOST_TEXT = 10_000;

  private Bounded() {}

  static double number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw wrong(field + " must be a finite number");
    }
    return value.doubleValue();
  }

  static int whole(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isInt()) {
      throw wrong(field + " must be a whole number");
    }
    return value.intValue();
  }

  static String text(JsonNode node, String field) {
    return text(node.path(field), field, MOST_TEXT);
  }

  private static String text(JsonNode value, String field, int most) {
    if (!value.isTextual() || value.textValue().length() > most) {
      throw wrong("%s must be text of at most %d characters".formatted(field, most));
    }
    return value.textValue();
  }

  /** A text in a list. */
  static String item(JsonNode value, String field) {
    return text(value, field, MOST_TEXT);
  }

  static JsonNode list(JsonNode node, String field, int most) {
    JsonNode value = node.path(field);
    if (!value.isArray() || value.size() > most) {
      throw wrong("%s must be a list of at most %d".formatted(field, most));
    }
    return value;
  }

  static double[] numbers(JsonNode node, String field, int most) {
    JsonNode list = list(node, field, most);
    double[] numbers = new double[list.size()];
    for (int k = 0; k < numbers.length; k++) {
      if (!list.get(k).isNumber() || !Double.isFinite(list.get(k).doubleValue())) {
        throw wrong(field + " must hold finite numbers");
      }
      numbers[k] = list.get(k).doubleValue();
    }
    return numbers;
  }

  static DataException wrong(String what) {
    return new DataException("the calibration is damaged: " + what);
  }
}
