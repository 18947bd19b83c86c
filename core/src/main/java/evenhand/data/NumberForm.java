package evenhand.data;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a text writes a number, if it does. */
public enum NumberForm {
  /** As it is read: {@code 1234.5}, {@code -1e3}. */
  NUMBER("", ""),
  /** {@code 1234,56}, {@code 0,5}, {@code 1.234,56}. */
  DECIMAL_COMMA("is written with a decimal comma", "--decimal , reads such numbers"),
  /** {@code 1,234} or {@code 1,234,567.5}: one comma before three digits may be a decimal one. */
  COMMA_GROUPED(
      "is written with commas between groups of digits",
      "write it without them, or if they are decimal commas say --decimal ,"),
  /** {@code 1 234}, {@code 1'234.5}, {@code 1.234.567}, {@code 1_000}. */
  GROUPED("is written with signs between groups of digits", "write it without them"),
  /** {@code 1234.5}, {@code 1.234} where numbers have a decimal comma. */
  DECIMAL_POINT("is written with a point", "numbers are read with a decimal comma here"),
  /** {@code 12%}, {@code 3.5 %}. */
  PERCENT("is written with a percent sign", "write it without"),
  /** {@code $12}, {@code 12.50 EUR}. */
  CURRENCY("is written with a currency", "write the number alone"),
  /** No number. */
  TEXT("is not a number", "");

  private static final int LONGEST = 60;
  private static final String SPACE = "[ \\u00a0\\u2009\\u202f]";
  private static final String COMMA =
      "[-+]?(?:[0-9]{1,3}(?:\\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:"
          + SPACE
          + "[0-9]{3})+,[0-9]+|[0-9]*,[0-9]+)(?:[eE][-+]?[0-9]+)?";
  private static final String BY_COMMAS = "[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?";
  private static final String BY_OTHERS =
      "[-+]?(?:[0-9]{1,3}(?:(?:"
          + SPACE
          + "|'|\\u2019)[0-9]{3})+(?:\\.[0-9]+)?|[0-9]{1,3}(?:\\.[0-9]{3}){2,}|[0-9]+(?:_[0-9]+)+(?:\\.[0-9]+)?)";
  private static final String UNITS =
      "\\p{Sc}|USD|EUR|GBP|CHF|JPY|CNY|INR|TRY|TL|SEK|NOK|DKK|kr|PLN|z\u0142|CZK|HUF|CAD|AUD|NZD|BRL|MXN|ZAR|KRW|Rs\\.?";
  private static final Pattern COMMAS = Pattern.compile(COMMA);
  private static final Pattern GROUPED_BY_COMMAS = Pattern.compile(BY_COMMAS);
  private static final Pattern GROUPED_OTHERWISE = Pattern.compile(BY_OTHERS);
  private static final Pattern UNIT =
      Pattern.compile(
          "([-+]?)"
              + SPACE
              + "?("
              + UNITS
              + ")?"
              + SPACE
              + "?([-+]?[0-9][0-9.,'\\u2019_ \\u00a0\\u2009\\u202f]*?)"
              + SPACE
              + "?([%\\u2030]|"
              + UNITS
              + ")?");

  private final String fault;
  private final String advice;

  NumberForm(String fault, String advice) {
    this.fault = fault;
    this.advice = advice;
  }

  /** What {@code text} is; no space around it is expected. */
  public static NumberForm of(String text, DecimalSign decimal) {
    if (decimal == DecimalSign.COMMA && text.length() <= LONGEST && decimal.isNumber(text)) {
      return Double.isFinite(decimal.number(text)) ? NUMBER : TEXT;
    }
    NumberForm form = of(text);
    if (decimal == DecimalSign.POINT) {
      return form;
    }
    return switch (form) {
      case NUMBER -> DECIMAL_POINT;
      case DECIMAL_COMMA, COMMA_GROUPED -> GROUPED;
      default -> form;
    };
  }

  /** The same where numbers have a decimal point. */
  public static NumberForm of(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return TEXT;
    }
    if (NumberText.isFinite(text)) {
      return NUMBER;
    }
    if (GROUPED_BY_COMMAS.matcher(text).matches() && !text.startsWith("0")) {
      return COMMA_GROUPED;
    }
    if (COMMAS.matcher(text).matches()) {
      return DECIMAL_COMMA;
    }
    if (GROUPED_OTHERWISE.matcher(text).matches()) {
      return GROUPED;
    }
    return withUnit(text);
  }

  private static NumberForm withUnit(String text) {
    Matcher parts = UNIT.matcher(text);
    if (!parts.matches() || (parts.group(2) == null) == (parts.group(4) == null)) {
      return TEXT;
    }
    NumberForm number = of(Objects.requireNonNull(parts.group(3)));
    if (number == TEXT) {
      return TEXT;
    }
    String after = parts.group(4);
    return "%".equals(after) || "\u2030".equals(after) ? PERCENT : CURRENCY;
  }

  /** Said after the text in a sentence: what keeps it from being read as a number. */
  public String fault() {
    return fault;
  }

  /** What to do about it; empty where nothing is known to help. */
  public String advice() {
    return advice;
  }
}
