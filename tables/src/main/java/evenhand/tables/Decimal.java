package evenhand.tables;

/** Reads short plain decimals fast, to the very double that {@link Double#parseDouble} gives. */
final class Decimal {

  private static final double[] POWERS = new double[23];

  static {
    double power = 1;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = power;
      power *= 10;
    }
  }

  private Decimal() {}

  /**
   * The number, exactly rounded; NaN where this does not know: exponents, more than 15 digits,
   * superfluous leading zeros, blanks, and what is no number.
   */
  static double parse(byte[] bytes, int from, int to, char point) {
    int at = from;
    boolean negative = at < to && bytes[at] == '-';
    at += negative ? 1 : 0;
    long digits = 0;
    int count = 0;
    int fraction = -1;
    int first = at;
    for (; at < to; at++) {
      byte b = bytes[at];
      if (b >= '0' && b <= '9') {
        digits = 10 * digits + (b - '0');
        count++;
        fraction += fraction >= 0 ? 1 : 0;
      } else if (b == point && fraction < 0) {
        fraction = 0;
      } else {
        return Double.NaN;
      }
      if (count > 15) {
        return Double.NaN;
      }
    }
    boolean code = count > 1 && bytes[first] == '0' && bytes[first + 1] != point;
    if (count == 0 || code) {
      return Double.NaN;
    }
    double value = fraction > 0 ? digits / POWERS[fraction] : digits;
    return negative ? -value : value;
  }
}
