package evenhand.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what was decided or predicted against an outcome that stands in another column.
 *
 * @param outcome what came true
 * @param table both are in
 * @param values decisions
 */
record DecisionReading(Outcome outcome, Table table, Column values) {

  /** One more than a decision has: with so many some value is wrong. */
  private static final int MOST_VALUES = 3;

  private static final List<String> YES = List.of("1", "true", "t", "yes", "y");
  private static final List<String> NO = List.of("0", "false", "f", "no", "n");

  int[] read() {
    return outcome.isRule() && values instanceof Column.Numeric numbers
        ? byRule(numbers)
        : byValue();
  }

  private int[] byRule(Column.Numeric numbers) {
    int[] decisions = outcome.byRule(table, numbers);
    boolean isCoded = true;
    boolean differs = false;
    for (int i = 0; i < decisions.length; i++) {
      double value = numbers.values()[i];
      isCoded &= value == 0 || value == 1;
      differs |= value != decisions[i];
    }
    if (isCoded && differs) {
      throw new DataException(
          "%s, column %s: it holds only 0 and 1, which may be decisions or numbers of the kind that %s asks about; say which with --prediction-positive 1 or --prediction-positive '%s'"
              .formatted(table.origin(), values.name(), outcome.positive(), outcome.positive()));
    }
    return decisions;
  }

  private int[] byValue() {
    Map<String, Integer> firstRow = new LinkedHashMap<>();
    int[] keys = new int[table.rows()];
    double[] numbers = new double[MOST_VALUES];
    for (int i = 0; i < keys.length && firstRow.size() < MOST_VALUES; i++) {
      if (i > 0 && values instanceof Column.Numeric column) {
        int key = 0;
        while (key < firstRow.size() && numbers[key] != column.values()[i]) {
          key++;
        }
        if (key < firstRow.size()) {
          keys[i] = key;
          continue;
        }
      }
      String text = Outcome.present(table, values, i);
      if (values instanceof Column.Numeric column) {
        numbers[firstRow.size()] = column.values()[i];
      }
      if (firstRow.putIfAbsent(text, i) == null) {
        keys[i] = firstRow.size() - 1;
      } else {
        keys[i] = List.copyOf(firstRow.keySet()).indexOf(text);
      }
    }
    Map<String, Integer> codes =
        all(firstRow, outcome::code)
            .or(() -> standIns(firstRow))
            .or(() -> sameTruth(firstRow))
            .orElseThrow(() -> refused(firstRow));
    int[] codeOf = codes.values().stream().mapToInt(Integer::intValue).toArray();
    return Arrays.stream(keys).map(key -> codeOf[key]).toArray();
  }

  /** What a value means; below 0: nothing. */
  private interface Meaning {
    int of(String value);
  }

  private static Optional<Map<String, Integer>> all(Map<String, Integer> values, Meaning meaning) {
    Map<String, Integer> codes = new LinkedHashMap<>();
    values.keySet().forEach(value -> codes.put(value, meaning.of(value)));
    return codes.containsValue(-1) ? Optional.empty() : Optional.of(codes);
  }

  /** 0 and 1, where neither is a value of the outcome and 1 can't mean its usual opposite. */
  private Optional<Map<String, Integer>> standIns(Map<String, Integer> values) {
    boolean isOwn = outcome.code("0") >= 0 || outcome.code("1") >= 0;
    return isOwn || outcome.isRule() || truth(outcome.positive()) >= 0
        ? Optional.empty()
        : all(
            values, value -> Outcome.isSame(value, "1") ? 1 : Outcome.isSame(value, "0") ? 0 : -1);
  }

  /** Other words for yes and no, where the outcome's are such words too. */
  private Optional<Map<String, Integer>> sameTruth(Map<String, Integer> values) {
    int positive = truth(outcome.positive());
    int negative = truth(outcome.negative());
    boolean known =
        positive >= 0
            ? negative == 1 - positive || outcome.negative().equals(Outcome.NO_OTHER)
            : negative >= 0 && outcome.positive().equals(Outcome.NO_OTHER);
    int accepted = positive >= 0 ? positive : 1 - negative;
    return known
        ? all(values, value -> truth(value) < 0 ? -1 : truth(value) == accepted ? 1 : 0)
        : Optional.empty();
  }

  private static int truth(String value) {
    String word =
        Outcome.isSame(value, "1")
            ? "1"
            : Outcome.isSame(value, "0") ? "0" : value.toLowerCase(Locale.ROOT);
    return YES.contains(word) ? 1 : NO.contains(word) ? 0 : -1;
  }

  private DataException refused(Map<String, Integer> found) {
    Map.Entry<String, Integer> first =
        found.entrySet().stream()
            .filter(entry -> outcome.code(entry.getKey()) < 0)
            .findFirst()
            .orElseThrow();
    return new DataException(
        "%s, row %d, column %s: %s is neither %s nor %s%s"
            .formatted(
                table.origin(),
                first.getValue() + 1,
                values.name(),
                first.getKey(),
                outcome.positive(),
                outcome.negative(),
                hint(found)));
  }

  /** Where no value is the outcome's own, or 0 and 1 may mean something else than in it. */
  private String hint(Map<String, Integer> found) {
    boolean some = found.keySet().stream().anyMatch(value -> outcome.code(value) >= 0);
    boolean coded =
        all(found, value -> truth(value)).isPresent()
            && found.keySet().stream().allMatch(value -> value.length() <= 3);
    if (some && !coded) {
      return "";
    }
    boolean isShare =
        values instanceof Column.Numeric
            && found.keySet().stream()
                .mapToDouble(Double::parseDouble)
                .allMatch(value -> value >= 0 && value <= 1);
    return ", the values of %s; say with --prediction-positive which value of %s means %s%s"
        .formatted(
            outcome.column(),
            values.name(),
            outcome.positive(),
            isShare ? ", or name scores with --score" : "");
  }
}
