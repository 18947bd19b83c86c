package evenhand.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** How numbers are written for people: fixed digits, a true minus, no locale. */
final class Numbers {

  static final String NONE = "—";

  private static final int MOST_DIGITS = 10;

  private Numbers() {}

  /** A rate or a mean with three digits, such as {@code 0.187}; large numbers with fewer. */
  static String rate(double value) {
    return fixed(value, digits(value, 3));
  }

  static String rate(OptionalDouble value) {
    return value.isPresent() ? rate(value.getAsDouble()) : NONE;
  }

  /** A gap or a ratio with four digits, such as {@code 0.0187}; large numbers with fewer. */
  static String gap(double value) {
    return fixed(value, digits(value, 4));
  }

  private static int digits(double value, int digits) {
    double size = Math.abs(value);
    return size < 10 ? digits : size < 1000 ? 1 : 0;
  }

  static String gap(OptionalDouble value) {
    return value.isPresent() ? gap(value.getAsDouble()) : NONE;
  }

  /** With a sign, such as {@code −0.0107} or {@code +0.0021}. */
  static String change(double value) {
    String text = gap(value);
    return value > 0 && !text.equals("0.0000") ? "+" + text : text;
  }

  /**
   * Four digits, or as many more as it takes to see on which side of the bound the value lies, so
   * that {@code 0.02003} is never shown as {@code 0.0200} beside {@code not met: 0.02}.
   */
  static String against(double value, double bound) {
    for (int digits = 4; digits < MOST_DIGITS; digits++) {
      String text = fixed(value, digits);
      int shown = Double.compare(Double.parseDouble(text.replace('−', '-')), bound);
      if (Integer.signum(shown) == Integer.signum(Double.compare(value, bound))) {
        return text;
      }
    }
    return fixed(value, 4);
  }

  /** Such as {@code 0.164–0.184}; empty where there is no interval. */
  static String interval(OptionalDouble low, OptionalDouble high) {
    return interval(low, high, 3);
  }

  /** The same with four digits, for gaps. */
  static String gapInterval(OptionalDouble low, OptionalDouble high) {
    return interval(low, high, 4);
  }

  /** Both ends with the digits of the larger. */
  private static String interval(OptionalDouble low, OptionalDouble high, int most) {
    if (low.isEmpty() || high.isEmpty()) {
      return "";
    }
    double largest = Math.max(Math.abs(low.getAsDouble()), Math.abs(high.getAsDouble()));
    int digits = digits(largest, most);
    return fixed(low.getAsDouble(), digits) + "–" + fixed(high.getAsDouble(), digits);
  }

  /** Such as {@code 16,281}. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /**
   * A weighted number of rows, such as {@code 16,281}; with one digit where weights make it a
   * fraction, by more than adding them up does.
   */
  static String weight(double weight) {
    boolean whole = Math.abs(weight - Math.rint(weight)) <= 1e-9 * Math.abs(weight);
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.1f", weight);
  }

  /** A share as a percentage, such as {@code 95 %}. */
  static String percent(double share) {
    double percent = Math.round(share * 1e6) / 1e4;
    return (percent == Math.rint(percent)
            ? Long.toString((long) percent)
            : Double.toString(percent))
        + " %";
  }

  /** A p-value, such as {@code 0.034} or {@code < 0.001}. */
  static String pValue(double p) {
    return p < 0.001 ? "< 0.001" : fixed(p, 3);
  }

  /** A test statistic with two digits. */
  static String z(double value) {
    return fixed(value, 2);
  }

  /** With exactly that many digits after the point. */
  static String fixed(double value, int digits) {
    String text = String.format(Locale.ROOT, "%,." + digits + "f", value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return text.startsWith("-") ? (zero ? text.substring(1) : "−" + text.substring(1)) : text;
  }
}
