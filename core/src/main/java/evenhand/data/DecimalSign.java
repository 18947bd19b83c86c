package evenhand.data;

import java.util.regex.Pattern;

/** What stands before the decimals of numbers in texts, and so which texts are numbers. */
public enum DecimalSign {
  POINT('.'),
  COMMA(',');

  /**
   * Points between groups of digits where the comma is the decimal sign; a single one with no comma
   * behind it may be a decimal point all the same, and is not taken for one between groups.
   */
  private static final Pattern GROUPED =
      Pattern.compile("[-+]?[1-9][0-9]{0,2}(?:(?:\\.[0-9]{3})+,[0-9]+|(?:\\.[0-9]{3}){2,})");

  private final char sign;

  DecimalSign(char sign) {
    this.sign = sign;
  }

  /**
   * @throws DataException for another character than a point or a comma
   */
  public static DecimalSign of(char sign) {
    for (DecimalSign each : values()) {
      if (each.sign == sign) {
        return each;
      }
    }
    throw new DataException("the decimal sign must be . or , but was " + sign);
  }

  public char sign() {
    return sign;
  }

  /** Whether a text without outer blanks reads as a number; infinity and NaN do. */
  public boolean isNumber(String text) {
    return this == POINT
        ? NumberText.isNumber(text)
        : (text.indexOf('.') < 0 || GROUPED.matcher(text).matches())
            && NumberText.isNumber(pointed(text));
  }

  /** The number a text reads as; infinite where it is too large. */
  public double number(String text) {
    return NumberText.of(pointed(text));
  }

  private String pointed(String text) {
    return this == POINT ? text : text.replace(".", "").replace(sign, '.');
  }
}
