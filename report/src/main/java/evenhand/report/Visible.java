package evenhand.report;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text from data as a terminal may have it: what would move the cursor, colour, end the line or
 * turn it around is shown by its code, and what is very long is cut.
 */
public final class Visible {

  private static final Pattern NOT_PRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]");

  private Visible() {}

  /** Every control character as its escape in Java and JSON, such as {@code \u001b}. */
  public static String of(String text) {
    return NOT_PRINTABLE.matcher(text).replaceAll(Visible::escape);
  }

  private static String escape(MatchResult match) {
    String code =
        switch (match.group().charAt(0)) {
          case '\n' -> "\\n";
          case '\r' -> "\\r";
          case '\t' -> "\\t";
          default -> "\\u%04x".formatted((int) match.group().charAt(0));
        };
    return code.replace("\\", "\\\\"); // a replacement has backslashes of its own
  }

  /**
   * The same, cut in its middle.
   *
   * @param most characters to be left, at least 30
   */
  public static String cut(String text, int most) {
    String shown = of(text.length() > 4 * most ? middleLeftOut(text, 2 * most) : text);
    return shown.length() > most ? middleLeftOut(shown, most) : shown;
  }

  private static String middleLeftOut(String text, int most) {
    int tail = most / 3;
    int head = whole(text, most - tail - 3);
    int from = whole(text, text.length() - tail);
    return text.substring(0, head) + "..." + text.substring(from);
  }

  /** Not between the two halves of one character. */
  private static int whole(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
