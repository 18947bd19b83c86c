package evenhand.tables;

import evenhand.data.CanonicalText;
import evenhand.data.NumberText;
import evenhand.tables.ReadOptions.Whitespace;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a raw text is cleaned and when it is a number.
 *
 * @param options which texts mean missing, whether space is trimmed, the decimal sign
 */
record Text(ReadOptions options) {

  /**
   * Points between groups of digits where the comma is the decimal sign; a single one with no comma
   * behind it may be a decimal point all the same, and is not taken for one between groups.
   */
  private static final Pattern GROUPED =
      Pattern.compile("[-+]?[1-9][0-9]{0,2}(?:(?:\\.[0-9]{3})+,[0-9]+|(?:\\.[0-9]{3}){2,})");

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
    if (options.decimal() == '.') {
      return NumberText.isNumber(text);
    }
    return (text.indexOf('.') < 0 || GROUPED.matcher(text).matches())
        && NumberText.isNumber(pointed(text));
  }

  /** The number a text reads as; infinite where it is too large. */
  double number(String text) {
    return NumberText.of(pointed(text));
  }

  private String pointed(String text) {
    return options.decimal() == '.' ? text : text.replace(".", "").replace(options.decimal(), '.');
  }
}
