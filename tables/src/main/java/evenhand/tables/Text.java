package evenhand.tables;

import evenhand.data.CanonicalText;
import evenhand.data.DecimalSign;
import evenhand.tables.ReadOptions.Whitespace;
import java.util.Optional;

/**
 * How a raw text is cleaned and when it is a number.
 *
 * @param options which texts mean missing, whether space is trimmed, the decimal sign
 */
record Text(ReadOptions options) {

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
    return decimal().isNumber(text);
  }

  /** The number a text reads as; infinite where it is too large. */
  double number(String text) {
    return decimal().number(text);
  }

  DecimalSign decimal() {
    return DecimalSign.of(options.decimal());
  }
}
