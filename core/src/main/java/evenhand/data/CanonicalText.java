package evenhand.data;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The one spelling under which equal values are known, whatever file they came from: composed
 * letters (Unicode NFC), no space around, and {@code true} and {@code false} for truth values.
 */
public final class CanonicalText {

  private CanonicalText() {}

  public static String of(String raw) {
    return truth(composed(raw));
  }

  /** Trimmed and with composed letters. */
  public static String composed(String raw) {
    String text = trimmed(raw);
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Without space, line ends, no-break spaces and other blanks around. */
  public static String trimmed(String raw) {
    int from = 0;
    int to = raw.length();
    while (from < to && isBlank(raw.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(raw.charAt(to - 1))) {
      to--;
    }
    return raw.substring(from, to);
  }

  /** White space of any width, with the marks that take no room. */
  static boolean isBlank(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == '\u0085'
        || c == '\u200b'
        || c == '\u2060'
        || c == '\ufeff'
        || (c > 127 && Character.isSpaceChar(c));
  }

  /** {@code True} and {@code TRUE} as {@code true}; likewise false; other texts as they are. */
  public static String truth(String text) {
    return switch (text) {
      case "True", "TRUE" -> "true";
      case "False", "FALSE" -> "false";
      default -> text;
    };
  }

  /**
   * A text for a person to tell from others: what can't be seen is named, and blanks at its ends
   * are shown between quotes.
   */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean mark =
          Character.getType(c) == Character.NON_SPACING_MARK || Character.isISOControl(c);
      if (mark || (isBlank(c) && c != ' ')) {
        shown.append(String.format(Locale.ROOT, "<U+%04X>", (int) c));
      } else {
        shown.append(c);
      }
    }
    boolean edge = text.isEmpty() || text.startsWith(" ") || text.endsWith(" ");
    return edge ? "'" + shown + "'" : shown.toString();
  }

  /** What looks like this text at a glance: without case, with single blanks, and nothing else. */
  static String glance(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder seen = new StringBuilder();
    boolean blank = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (isBlank(c)) {
        blank = seen.length() > 0;
      } else {
        if (blank) {
          seen.append(' ');
        }
        blank = false;
        seen.append(c);
      }
    }
    return seen.toString().toLowerCase(Locale.ROOT);
  }
}
