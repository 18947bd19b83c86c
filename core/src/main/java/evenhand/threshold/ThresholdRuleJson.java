package evenhand.threshold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.DataException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@link ThresholdRule} as JSON: {@code {"attributes": [...], "cells": [{"groups": [...], "always",
 * "never", "steps": [{"threshold", "probability"}]}], "others": {...}}}. What is read is hostile
 * until proven otherwise.
 */
public final class ThresholdRuleJson {

  private static final int MOST_ATTRIBUTES = 64;
  private static final int MOST_CELLS = 1_000_000;
  private static final int MOST_STEPS = 100_000;
  private static final int MOST_LETTERS = 10_000;

  private ThresholdRuleJson() {}

  public static ObjectNode tree(ThresholdRule rule) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    rule.attributes().forEach(tree.putArray("attributes")::add);
    ArrayNode cells = tree.putArray("cells");
    for (ThresholdRule.Cell cell : rule.cells()) {
      ObjectNode entry = cells.addObject();
      cell.groups().forEach(entry.putArray("groups")::add);
      entry.setAll(tree(cell.acceptance()));
    }
    tree.set("others", tree(rule.others()));
    return tree;
  }

  public static ObjectNode tree(Acceptance acceptance) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("always", acceptance.always());
    tree.put("never", acceptance.never());
    ArrayNode steps = tree.putArray("steps");
    for (Acceptance.Step step : acceptance.steps()) {
      steps.addObject().put("threshold", step.threshold()).put("probability", step.probability());
    }
    return tree;
  }

  /**
   * The rule back, accepting bit-identical scores with the same probabilities.
   *
   * @throws DataException when the tree is no rule
   */
  public static ThresholdRule read(JsonNode tree) {
    List<String> attributes = texts(tree.path("attributes"), "attributes", MOST_ATTRIBUTES);
    List<ThresholdRule.Cell> cells = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (JsonNode entry : list(tree.path("cells"), "cells", MOST_CELLS)) {
      List<String> groups = texts(entry.path("groups"), "groups", MOST_ATTRIBUTES);
      if (groups.size() != attributes.size() || !seen.add(groups)) {
        throw new DataException(
            "the thresholds of %s are given twice or do not fit the attributes %s"
                .formatted(groups, attributes));
      }
      cells.add(new ThresholdRule.Cell(groups, acceptance(entry)));
    }
    return new ThresholdRule(attributes, cells, acceptance(tree.path("others")));
  }

  private static Acceptance acceptance(JsonNode tree) {
    try {
      List<Acceptance.Step> steps = new ArrayList<>();
      for (JsonNode step : list(tree.path("steps"), "steps", MOST_STEPS)) {
        steps.add(new Acceptance.Step(number(step, "threshold"), number(step, "probability")));
      }
      return new Acceptance(number(tree, "always"), steps);
    } catch (IllegalArgumentException e) {
      throw new DataException("thresholds can't be read: " + e.getMessage(), e);
    }
  }

  private static double number(JsonNode tree, String field) {
    JsonNode value = tree.path(field);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new DataException("thresholds lack the number " + field);
    }
    return value.doubleValue();
  }

  private static List<String> texts(JsonNode tree, String field, int most) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : list(tree, field, most)) {
      if (!text.isTextual() || text.textValue().length() > MOST_LETTERS) {
        throw new DataException("%s of thresholds must be texts".formatted(field));
      }
      texts.add(text.textValue());
    }
    return texts;
  }

  private static JsonNode list(JsonNode tree, String field, int most) {
    if (!tree.isArray() || tree.size() > most) {
      throw new DataException("thresholds need a list of %s, of at most %d".formatted(field, most));
    }
    return tree;
  }
}
