package evenhand.calibrate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.GroupColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** {@link Calibration} as JSON and back; what is read is bounded and checked. */
public final class CalibrationFormat {

  private static final int MOST_GROUPS = 100_000;

  private CalibrationFormat() {}

  /** From which {@link #read} makes an equal calibration. */
  public static ObjectNode write(Calibration calibration) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("scale", calibration.scale().id());
    ArrayNode columns = json.putArray("group_columns");
    calibration.groupColumns().forEach(column -> columns.add(column.toString()));
    json.set("everyone", group(calibration.maps().everyone()));
    ArrayNode groups = json.putArray("groups");
    calibration.maps().groups().forEach(group -> groups.add(group(group)));
    calibration.repair().ifPresent(repair -> json.set("repair", repair(repair)));
    return json;
  }

  /** What a group was given, and why. */
  public static ObjectNode group(GroupMap group) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode values = json.putArray("values");
    group.values().forEach(values::add);
    json.put("rows", group.rows());
    json.put("positives", group.positives());
    json.put("source", group.source().id());
    group.method().ifPresent(method -> json.put("method", method.id()));
    group.pValue().ifPresent(p -> json.put("p_value", p));
    group.ownShare().ifPresent(share -> json.put("own_share", share));
    json.put("reason", group.reason());
    json.set("map", group.map().toJson());
    return json;
  }

  private static ObjectNode repair(Repair repair) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode attributes = json.putArray("attributes");
    repair.attributes().forEach(attributes::add);
    ArrayNode steps = json.putArray("steps");
    for (Repair.Step step : repair.steps()) {
      ObjectNode entry = steps.addObject();
      ArrayNode values = entry.putArray("values");
      step.values().forEach(values::add);
      entry.put("bucket", step.bucket()).put("shift", step.shift());
    }
    return json;
  }

  /**
   * @throws evenhand.data.DataException saying what is wrong, for anything {@link #write} would not
   *     have written
   */
  public static Calibration read(JsonNode json) {
    List<GroupColumn> columns = new ArrayList<>();
    for (JsonNode column : Bounded.list(json, "group_columns", Calibration.MOST_COLUMNS)) {
      columns.add(GroupColumn.parse(Bounded.item(column, "group_columns")));
    }
    List<GroupMap> groups = new ArrayList<>();
    for (JsonNode group : Bounded.list(json, "groups", MOST_GROUPS)) {
      groups.add(readGroup(group));
    }
    try {
      Optional<Repair> repair =
          json.has("repair") ? Optional.of(readRepair(json.path("repair"))) : Optional.empty();
      return new Calibration(
          MapJson.scale(json),
          columns,
          new GroupMaps(readGroup(json.path("everyone")), groups),
          repair);
    } catch (IllegalArgumentException e) {
      throw Bounded.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static GroupMap readGroup(JsonNode json) {
    return new GroupMap(
        texts(json, "values", Calibration.MOST_COLUMNS),
        Bounded.whole(json, "rows"),
        Bounded.whole(json, "positives"),
        source(Bounded.text(json, "source")),
        json.has("method") ? Optional.of(method(json)) : Optional.empty(),
        optional(json, "p_value"),
        optional(json, "own_share"),
        Bounded.text(json, "reason"),
        CalibrationMap.fromJson(json.path("map")));
  }

  private static OptionalDouble optional(JsonNode json, String field) {
    return json.has(field)
        ? OptionalDouble.of(Bounded.number(json, field))
        : OptionalDouble.empty();
  }

  private static CalibrationMethod method(JsonNode json) {
    List<CalibrationMethod> named = CalibrationMethod.named(Bounded.text(json, "method"));
    if (named.size() != 1) {
      throw Bounded.wrong("a map has no method of its own");
    }
    return named.get(0);
  }

  private static GroupMap.Source source(String id) {
    return Arrays.stream(GroupMap.Source.values())
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Bounded.wrong("source must be own, shrunk or parent"));
  }

  private static Repair readRepair(JsonNode json) {
    List<Repair.Step> steps = new ArrayList<>();
    for (JsonNode step : Bounded.list(json, "steps", Repair.MOST_STEPS)) {
      steps.add(
          new Repair.Step(
              texts(step, "values", Repair.MOST_ATTRIBUTES),
              Bounded.whole(step, "bucket"),
              Bounded.number(step, "shift")));
    }
    return new Repair(texts(json, "attributes", Repair.MOST_ATTRIBUTES), steps);
  }

  private static List<String> texts(JsonNode json, String field, int most) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : Bounded.list(json, field, most)) {
      texts.add(Bounded.item(value, field));
    }
    return texts;
  }
}
