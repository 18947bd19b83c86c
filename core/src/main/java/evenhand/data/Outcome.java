package evenhand.data;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which value of a column means 1 and which 0, so that labels can be read and predictions be
 * written in the column's own values.
 *
 * @param column name of the outcome column
 * @param positive the value that means 1, or a rule on a numeric column such as {@code >=10}
 * @param negative the value that means 0, or the opposite rule
 */
public record Outcome(String column, String positive, String negative) {

  private static final Pattern RULE =
      Pattern.compile("(>=|<=|>|<)\\s*([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)");
  private static final Set<String> USUAL_POSITIVES =
      Set.of("1", "true", "yes", "y", "positive", "good", "approved");

  /**
   * Finds the two values of a binary outcome.
   *
   * @param positive as given by the user; null takes the usual one of 0/1, no/yes, false/true
   * @throws DataException when the column does not have exactly two values, has missing values, or
   *     {@code positive} is not among them
   */
  public static Outcome of(Table table, String column, @Nullable String positive) {
    Column values = table.column(column);
    if (positive != null && values instanceof Column.Numeric && RULE.matcher(positive).matches()) {
      return new Outcome(column, positive, opposite(positive));
    }
    Set<String> distinct = new TreeSet<>();
    for (int i = 0; i < table.rows(); i++) {
      distinct.add(present(table, values, i));
      if (distinct.size() > 2) {
        throw new DataException(
            "%s, row %d, column %s: a binary outcome has two values, but here is a third: %s"
                .formatted(table.origin(), i + 1, column, String.join(", ", distinct)));
      }
    }
    if (distinct.size() < 2) {
      throw new DataException(
          "%s: column %s has %s; a binary outcome needs two"
              .formatted(
                  table.origin(),
                  column,
                  distinct.isEmpty()
                      ? "no values"
                      : "only the value " + distinct.iterator().next()));
    }
    String one =
        positive == null ? usualPositive(table, column, distinct) : canonical(positive, distinct);
    if (!distinct.contains(one)) {
      throw new DataException(
          "%s: the positive value %s does not occur in column %s, which holds %s"
              .formatted(table.origin(), positive, column, String.join(" and ", distinct)));
    }
    distinct.remove(one);
    return new Outcome(column, one, distinct.iterator().next());
  }

  private static String canonical(String given, Set<String> distinct) {
    if (distinct.contains(given)) {
      return given;
    }
    String same = CanonicalText.of(given);
    if (distinct.contains(same)) {
      return same;
    }
    try {
      double number = Double.parseDouble(given);
      return distinct.stream()
          .filter(value -> isNumber(value) && Double.parseDouble(value) == number)
          .findFirst()
          .orElse(given);
    } catch (NumberFormatException e) {
      return given;
    }
  }

  private static boolean isNumber(String value) {
    return value.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");
  }

  private static String usualPositive(Table table, String column, Set<String> distinct) {
    for (String value : distinct) {
      if (USUAL_POSITIVES.contains(value.toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    throw new DataException(
        "%s: say with --positive which value of column %s counts as positive: %s"
            .formatted(table.origin(), column, String.join(" or ", distinct)));
  }

  /**
   * The column as 0 and 1.
   *
   * @return shape [table.rows()]
   * @throws DataException with the row of the first value that is missing or neither of the two
   */
  public int[] read(Table table) {
    return read(table, column);
  }

  /** Another column that holds the same two values, such as predictions; 0 and 1 are read too. */
  public int[] read(Table table, String name) {
    Column values = table.column(name);
    Matcher rule = RULE.matcher(positive);
    boolean byRule = values instanceof Column.Numeric && rule.matches() && name.equals(column);
    int[] labels = new int[table.rows()];
    if (byRule) {
      String operator = Objects.requireNonNull(rule.group(1));
      double cut = Double.parseDouble(Objects.requireNonNull(rule.group(2)));
      double[] numbers = ((Column.Numeric) values).values();
      for (int i = 0; i < labels.length; i++) {
        present(table, values, i);
        labels[i] = holds(operator, numbers[i], cut) ? 1 : 0;
      }
      return labels;
    }
    int[] byLevel = levels(values);
    for (int i = 0; i < labels.length; i++) {
      labels[i] =
          values instanceof Column.Categorical categorical && categorical.codes()[i] >= 0
              ? byLevel[categorical.codes()[i]]
              : code(present(table, values, i));
      if (labels[i] < 0) {
        throw new DataException(
            "%s, row %d, column %s: %s is neither %s nor %s"
                .formatted(table.origin(), i + 1, name, values.text(i), positive, negative));
      }
    }
    return labels;
  }

  private int[] levels(Column values) {
    return values instanceof Column.Categorical categorical
        ? categorical.levels().stream().mapToInt(this::code).toArray()
        : new int[0];
  }

  private int code(String value) {
    if (value.equals(positive)) {
      return 1;
    }
    if (value.equals(negative)) {
      return 0;
    }
    return value.equals("1") ? 1 : value.equals("0") ? 0 : -1;
  }

  /** 1 or 0 as the column's own value. */
  public String text(int label) {
    return label == 1 ? positive : negative;
  }

  private static String present(Table table, Column values, int row) {
    String text = values.text(row);
    if (text == null) {
      throw new DataException(
          "%s, row %d, column %s: the value is missing; every row needs one"
              .formatted(table.origin(), row + 1, values.name()));
    }
    return text;
  }

  private static boolean holds(String operator, double value, double cut) {
    return switch (operator) {
      case ">=" -> value >= cut;
      case ">" -> value > cut;
      case "<=" -> value <= cut;
      default -> value < cut;
    };
  }

  private static String opposite(String rule) {
    String cut = rule.replaceFirst("^(>=|<=|>|<)", "");
    if (rule.startsWith(">=")) {
      return "<" + cut;
    }
    if (rule.startsWith("<=")) {
      return ">" + cut;
    }
    return (rule.startsWith(">") ? "<=" : ">=") + cut;
  }
}
