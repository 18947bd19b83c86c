package evenhand.data;

import java.util.regex.Pattern;

/** When a text is a number, and which one; the same for every country. */
public final class NumberText {

  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?|(?i:inf|infinity|nan))");

  private static final Pattern CODE = Pattern.compile("^[-+]?(0[0-9]|[0-9]{16,}$)");

  private NumberText() {}

  /** Whether a text without outer blanks reads as a number; infinity and NaN do. */
  public static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** Whether it reads as a number that a column can hold. */
  public static boolean isFinite(String text) {
    return isNumber(text) && Double.isFinite(of(text));
  }

  /** The number a text reads as; infinite where it is too large. */
  public static double of(String text) {
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
  public static boolean isCode(String text) {
    return CODE.matcher(text).find();
  }
}
