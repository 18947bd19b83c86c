package evenhand.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.ColumnEncoding.Dated;
import evenhand.data.ColumnEncoding.Missing;
import evenhand.data.ColumnEncoding.OneHot;
import evenhand.data.ColumnEncoding.Standardised;
import evenhand.data.ColumnEncoding.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** {@link Encoding} as JSON and back; what is read is bounded and checked. */
final class EncodingJson {

  private static final int MAX_TEXT = 100_000;

  private EncodingJson() {}

  static ObjectNode write(Encoding encoding) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode columns = json.putArray("columns");
    for (ColumnEncoding column : encoding.columns()) {
      ObjectNode node = columns.addObject().put("column", column.column());
      if (column instanceof Standardised standardised) {
        node.put("kind", "standardised")
            .put("mean", standardised.mean())
            .put("deviation", standardised.deviation());
        if (standardised.unreadable() == Unreadable.MISSING) {
          node.put("unreadable", "missing");
          if (standardised.decimal() == DecimalSign.COMMA) {
            node.put("decimal", ",");
          }
        }
      } else if (column instanceof Dated dated) {
        node.put("kind", "dated")
            .put("order", dated.reading().order().id())
            .put("day_mean", dated.dayMean())
            .put("day_deviation", dated.dayDeviation())
            .put("year_mean", dated.yearMean())
            .put("year_deviation", dated.yearDeviation());
        ArrayNode parts = node.putArray("parts");
        dated.reading().parts().forEach(part -> parts.add(part.id()));
      } else if (column instanceof OneHot oneHot) {
        ArrayNode levels = node.put("kind", "one_hot").putArray("levels");
        oneHot.levels().forEach(levels::add);
      }
      node.put("missing", column.missing() == Missing.SEEN ? "seen" : "unseen");
    }
    return json;
  }

  static Encoding read(JsonNode json) {
    List<ColumnEncoding> columns = new ArrayList<>();
    for (JsonNode node : array(json, "columns", Encoding.MAX_FEATURES)) {
      columns.add(column(node));
    }
    return new Encoding(columns);
  }

  private static ColumnEncoding column(JsonNode node) {
    String column = text(node, "column");
    Missing missing =
        switch (text(node, "missing")) {
          case "seen" -> Missing.SEEN;
          case "unseen" -> Missing.UNSEEN;
          default -> throw wrong("missing of column " + column + " must be seen or unseen");
        };
    try {
      return switch (text(node, "kind")) {
        case "standardised" ->
            new Standardised(
                column,
                number(node, "mean"),
                number(node, "deviation"),
                missing,
                node.path("unreadable").asText("").equals("missing")
                    ? Unreadable.MISSING
                    : Unreadable.REFUSED,
                decimal(column, node));
        case "dated" -> dated(column, node, missing);
        case "one_hot" -> new OneHot(column, levels(node), missing);
        default ->
            throw wrong("kind of column " + column + " must be standardised, dated or one_hot");
      };
    } catch (IllegalArgumentException e) {
      throw new DataException("the encoding is damaged: " + e.getMessage(), e);
    }
  }

  private static DecimalSign decimal(String column, JsonNode node) {
    return switch (node.path("decimal").asText(".")) {
      case "." -> DecimalSign.POINT;
      case "," -> DecimalSign.COMMA;
      default -> throw wrong("decimal of column " + column + " must be . or ,");
    };
  }

  private static Dated dated(String column, JsonNode node, Missing missing) {
    List<DatePart> parts = new ArrayList<>();
    for (JsonNode part : array(node, "parts", DatePart.values().length)) {
      parts.add(named(DatePart.values(), DatePart::id, text(part, "parts", MAX_TEXT)));
    }
    if (parts.stream().distinct().count() < parts.size()) {
      throw wrong("parts of column " + column + " occur twice");
    }
    return new Dated(
        column,
        new ColumnReading.Dates(
            named(DateOrder.values(), DateOrder::id, text(node, "order")), parts),
        number(node, "day_mean"),
        number(node, "day_deviation"),
        number(node, "year_mean"),
        number(node, "year_deviation"),
        missing);
  }

  private static <T> T named(T[] values, Function<T, String> id, String text) {
    return Arrays.stream(values)
        .filter(value -> id.apply(value).equals(text))
        .findFirst()
        .orElseThrow(() -> wrong(text + " is not known"));
  }

  private static List<String> levels(JsonNode node) {
    List<String> levels = new ArrayList<>();
    for (JsonNode level : array(node, "levels", Encoding.MAX_LEVELS)) {
      levels.add(text(level, "levels of column " + text(node, "column"), MAX_TEXT));
    }
    return levels;
  }

  private static JsonNode array(JsonNode node, String field, int most) {
    JsonNode value = node.path(field);
    if (!value.isArray() || value.size() > most) {
      throw wrong(field + " must be a list of at most " + most);
    }
    return value;
  }

  private static double number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isNumber()) {
      throw wrong(field + " must be a number");
    }
    return value.doubleValue();
  }

  private static String text(JsonNode node, String field) {
    return text(node.path(field), field, MAX_TEXT);
  }

  private static String text(JsonNode value, String field, int longest) {
    if (!value.isTextual() || value.textValue().length() > longest) {
      throw wrong(field + " must be text of at most " + longest + " characters");
    }
    return value.textValue();
  }

  private static DataException wrong(String what) {
    return new DataException("the encoding is damaged: " + what);
  }
}
