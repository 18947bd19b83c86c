package evenhand.tables;

import java.util.TreeSet;

/** Trimming and missing-value tokens, as SQL. */
final class TextCleaning {

  private TextCleaning() {}

  /** The text trimmed, or null where it means missing. */
  static String sql(String text, ReadOptions options) {
    String trimmed =
        options.whitespace() == ReadOptions.Whitespace.TRIMMED
            ? "trim(%s, e' \\t\\r\\n')".formatted(text)
            : text;
    if (options.missing().isEmpty()) {
      return trimmed;
    }
    return "CASE WHEN %s IN (%s) THEN NULL ELSE %s END"
        .formatted(trimmed, DuckDb.literals(new TreeSet<>(options.missing())), trimmed);
  }
}
