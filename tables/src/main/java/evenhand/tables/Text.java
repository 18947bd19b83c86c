package evenhand.tables;

import evenhand.data.CanonicalText;
import evenhand.tables.ReadOptions.Whitespace;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a raw text is cleaned and when it is a number.
 *
 * @param options which texts mean missing, whether space is trimmed, the decimal sign
 */
record Text(ReadOptions options) {

  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?|(?i:inf|infinity|nan))");
  private static final Pattern CODE_START = Pattern.compile("^[-+]?(0[0-9]|[0-9]{16,}$)");

  /** The text in its canonical spelling; empty where it means missing. */
  Optional<String> clean(String raw) {
    if (options.whitespace() == Whitespace.KEPT) {
      return raw.isEmpty() || options.missing().contains(raw) ? Optional.empty() : Optional.of(raw);
    }
    String text = CanonicalText.composed(raw);
    if (text.isEmpty() || options.missing().contains(text)) {
      return Optional.empty();
    }
    return Optional.of(CanonicalText.truth(text));
  }

  /** Whether a cleaned text reads as a number; infinity and NaN do. */
  boolean isNumber(String text) {
    if (options.decimal() != '.') {
      return text.indexOf('.') < 0 && NUMBER.matcher(pointed(text)).matches();
    }
    return NUMBER.matcher(text).matches();
  }

  /** The number a text reads as; infinite where it is too large. */
  double number(String text) {
    char last = text.charAt(text.length() - 1);
    if ((last >= '0' && last <= '9') || last == options.decimal()) {
      return Double.parseDouble(pointed(text));
    }
    return last == 'n' || last == 'N' ? Double.NaN : Double.POSITIVE_INFINITY;
  }

  private String pointed(String text) {
    return text.replace(options.decimal(), '.');
  }

  /**
   * Whether writing the text as a number would change it: {@code 007}, or an integer of more than
   * 15 digits.
   */
  static boolean isCode(String text) {
    return CODE_START.matcher(text).find();
  }
}
