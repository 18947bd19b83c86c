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
      Set.of("true", "t", "yes", "y", "positive", "good", "approved");

  /** What stands beside a 1 that is positive; beside a 2 it could be either. */
  private static final Set<String> BESIDE_ONE = Set.of("0", "-1");

  private static final Set<String> USUAL_NEGATIVES =
      Set.of("0", "-1", "false", "f", "no", "n", "negative", "bad", "denied", "rejected");

  /** The other value of a column that holds one only. */
  public static final String NO_OTHER = "(no other value)";

  public Outcome {
    if (positive.equals(negative)) {
      throw new DataException(
          "the outcome %s has the one value %s for positive and negative"
              .formatted(column, positive));
    }
  }

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
    Set<String> distinct = distinct(table, values);
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

  /**
   * The same of a column that may hold one value only, as the labels of a month in which nobody
   * repaid, or decisions that are all the same.
   *
   * @throws DataException where one value alone does not tell which it is
   */
  public static Outcome ofOneOrTwo(Table table, String column, @Nullable String positive) {
    Column values = table.column(column);
    boolean isRule =
        positive != null && values instanceof Column.Numeric && RULE.matcher(positive).matches();
    Set<String> distinct = isRule ? Set.of() : distinct(table, values);
    if (distinct.size() != 1) {
      return of(table, column, positive);
    }
    String only = distinct.iterator().next();
    if (positive != null) {
      return canonical(positive, distinct).equals(only)
          ? new Outcome(column, only, NO_OTHER)
          : new Outcome(column, positive, only);
    }
    String lower = only.toLowerCase(Locale.ROOT);
    if (only.equals("1") || USUAL_POSITIVES.contains(lower)) {
      return new Outcome(column, only, NO_OTHER);
    }
    if (USUAL_NEGATIVES.contains(lower)) {
      return new Outcome(column, NO_OTHER, only);
    }
    throw new DataException(
        "%s: column %s has only the value %s; say with --positive which value counts as positive"
            .formatted(table.origin(), column, only));
  }

  private static Set<String> distinct(Table table, Column values) {
    Set<String> distinct = new TreeSet<>();
    for (int i = 0; i < table.rows(); i++) {
      distinct.add(present(table, values, i));
      if (distinct.size() > 2) {
        throw new DataException(
            "%s, row %d, column %s: a binary outcome has two values, but here is a third: %s"
                .formatted(table.origin(), i + 1, values.name(), String.join(", ", distinct)));
      }
    }
    return distinct;
  }

  /** Whether the values are a rule on numbers and its opposite. */
  public boolean isRule() {
    return RULE.matcher(positive).matches();
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
      boolean isOne = value.equals("1") && distinct.stream().anyMatch(BESIDE_ONE::contains);
      if (isOne || USUAL_POSITIVES.contains(value.toLowerCase(Locale.ROOT))) {
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

  /**
   * Another column that says the same, such as predictions: in this column's values, by the same
   * rule, in 0 and 1 where neither is a value of this column, or in other words for yes and no.
   *
   * @return shape [table.rows()]
   * @throws DataException with the row of the first value that could mean either or none
   */
  public int[] read(Table table, String name) {
    if (!name.equals(column)) {
      return new DecisionReading(this, table, table.column(name)).read();
    }
    Column values = table.column(name);
    if (isRule() && values instanceof Column.Numeric numeric) {
      return byRule(table, numeric);
    }
    int[] labels = new int[table.rows()];
    for (int i = 0; i < labels.length; i++) {
      String text = present(table, values, i);
      labels[i] = code(text);
      if (labels[i] < 0) {
        throw new DataException(
            "%s, row %d, column %s: %s is neither %s nor %s"
                .formatted(table.origin(), i + 1, name, text, positive, negative));
      }
    }
    return labels;
  }

  int[] byRule(Table table, Column.Numeric values) {
    Matcher rule = RULE.matcher(positive);
    if (!rule.matches()) {
      throw new IllegalStateException(positive + " is no rule");
    }
    double cut = Double.parseDouble(Objects.requireNonNull(rule.group(2)));
    int[] labels = new int[table.rows()];
    for (int i = 0; i < labels.length; i++) {
      present(table, values, i);
      labels[i] = holds(Objects.requireNonNull(rule.group(1)), values.values()[i], cut) ? 1 : 0;
    }
    return labels;
  }

  /** 1 or 0 for one of the two values; −1 for another. */
  int code(String value) {
    return isSame(value, positive) ? 1 : isSame(value, negative) ? 0 : -1;
  }

  static boolean isSame(String one, String other) {
    return one.equals(other)
        || (isNumber(one)
            && isNumber(other)
            && Double.parseDouble(one) == Double.parseDouble(other));
  }

  /** 1 or 0 as the column's own value. */
  public String text(int label) {
    return label == 1 ? positive : negative;
  }

  static String present(Table table, Column values, int row) {
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
