package evenhand.tables;

import evenhand.tables.ReadOptions.Whitespace;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How a raw text is cleaned and when it is a number, once for Java and once for DuckDB, which
 * agree.
 *
 * @param options which texts mean missing, and whether space is trimmed
 */
record Text(ReadOptions options) {

  private static final String SPACE = " \t\r\n";
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?|(?i:inf|infinity|nan))");
  private static final String CODE = "^[-+]?(0[0-9]|[0-9]{16,}$)";
  private static final Pattern CODE_START = Pattern.compile(CODE);

  /** The text trimmed; empty where it means missing. */
  Optional<String> clean(String raw) {
    String text = options.whitespace() == Whitespace.TRIMMED ? trimmed(raw) : raw;
    return text.isEmpty() || options.missing().contains(text)
        ? Optional.empty()
        : Optional.of(text);
  }

  private static String trimmed(String raw) {
    int from = 0;
    int to = raw.length();
    while (from < to && SPACE.indexOf(raw.charAt(from)) >= 0) {
      from++;
    }
    while (from < to && SPACE.indexOf(raw.charAt(to - 1)) >= 0) {
      to--;
    }
    return raw.substring(from, to);
  }

  /** Whether a cleaned text reads as a number; infinity and NaN do. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** The number a text reads as; infinite where it is too large. */
  static double number(String text) {
    char last = text.charAt(text.length() - 1);
    if ((last >= '0' && last <= '9') || last == '.') {
      return Double.parseDouble(text);
    }
    return last == 'n' || last == 'N' ? Double.NaN : Double.POSITIVE_INFINITY;
  }

  /**
   * Whether writing the text as a number would change it: {@code 007}, or an integer of more than
   * 15 digits.
   */
  static boolean isCode(String text) {
    return CODE_START.matcher(text).find();
  }

  /** {@link #clean} in SQL; null means missing. */
  String cleanSql(String raw) {
    String text =
        options.whitespace() == Whitespace.TRIMMED
            ? """
            CASE WHEN %1$s < '!' OR ends_with(%1$s, ' ') OR ends_with(%1$s, e'\\t')
              OR ends_with(%1$s, e'\\r') OR ends_with(%1$s, e'\\n')
              THEN trim(%1$s, e' \\t\\r\\n') ELSE %1$s END\
            """
                .formatted(raw)
            : raw;
    TreeSet<String> missing = new TreeSet<>(options.missing());
    missing.add("");
    int longest =
        missing.stream()
            .mapToInt(token -> token.getBytes(StandardCharsets.UTF_8).length)
            .max()
            .orElse(0);
    return "CASE WHEN strlen(%1$s) <= %2$d AND %1$s IN (%3$s) THEN NULL ELSE %1$s END"
        .formatted("(" + text + ")", longest, DuckDb.literals(missing));
  }

  /** {@link #isNumber} in SQL, of a cleaned text; DuckDB alone would take 1_000 and +-5 too. */
  static String isNumberSql(String text) {
    return """
    (TRY_CAST(%1$s AS DOUBLE) IS NOT NULL AND NOT contains(%1$s, '_')
      AND NOT starts_with(%1$s, '+-'))\
    """
        .formatted(text);
  }

  /** {@link #isCode} in SQL, of a cleaned text: from 00 to before 0: is 0 and another digit. */
  static String isCodeSql(String text) {
    return """
    ((%1$s >= '00' AND %1$s < '0:') OR (%1$s >= '-00' AND %1$s < '-0:')
      OR (%1$s >= '+00' AND %1$s < '+0:')
      OR (strlen(%1$s) > 15 AND regexp_matches(%1$s, '%2$s')))\
    """
        .formatted(text, CODE);
  }
}
