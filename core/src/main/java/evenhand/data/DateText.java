package evenhand.data;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a text is a date, with a time of the day or without, and which: seconds since 1970-01-01 in
 * UTC; a text without an offset is taken as UTC. The same in every country and time zone.
 */
public final class DateText {

  private static final int LONGEST = 40;
  private static final int EARLIEST = 1000;
  private static final int LATEST = 2999;
  private static final List<String> MONTHS = DatePart.MONTH.names();

  private static final String TIME =
      "(?:[T ,]\\s*(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}(?:[.,][0-9]{1,9})?))?"
          + "\\s*(?<half>[AaPp][Mm])?\\s*(?<zone>Z|UTC|[+-][0-9]{2}(?::?[0-9]{2})?)?)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<year>[0-9]{4})([-/.])(?<month>[0-9]{1,2})(?:\\2(?<day>[0-9]{1,2}))?" + TIME);
  private static final Pattern COMPACT =
      Pattern.compile("(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})" + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(?<first>[0-9]{1,2})([-/.])(?<next>[0-9]{1,2})\\2(?<year>[0-9]{4}|[0-9]{2})" + TIME);
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:(?<day>[0-9]{1,2})(?:\\.|st|nd|rd|th)?[- /]?)?(?<month>[A-Za-z]{3,9})\\.?"
              + "(?:[- /](?<next>[0-9]{1,2})(?:st|nd|rd|th)?)?[-, /]{1,2}(?<year>[0-9]{4}|[0-9]{2})"
              + TIME);

  private DateText() {}

  /** Seconds since 1970; empty where the text is no date in that order. */
  public static OptionalDouble seconds(String text, DateOrder order) {
    if (text.length() < 6 || text.length() > LONGEST) {
      return OptionalDouble.empty();
    }
    char start = text.charAt(0);
    if (start >= '0' && start <= '9') {
      Matcher matcher = YEAR_FIRST.matcher(text);
      if (matcher.matches() || matcher.usePattern(COMPACT).matches()) {
        String day = matcher.group("day");
        return at(
            matcher,
            whole(matcher, "year"),
            whole(matcher, "month"),
            day == null ? 1 : number(day));
      }
      matcher.usePattern(YEAR_LAST);
      if (order != DateOrder.YEAR_FIRST && matcher.matches()) {
        int first = whole(matcher, "first");
        int next = whole(matcher, "next");
        boolean days = order == DateOrder.DAY_FIRST;
        return at(matcher, year(matcher), days ? next : first, days ? first : next);
      }
    }
    return named(text);
  }

  private static OptionalDouble named(String text) {
    Matcher matcher = NAMED.matcher(text);
    if (!matcher.matches()) {
      return OptionalDouble.empty();
    }
    String name = Objects.requireNonNull(matcher.group("month")).toLowerCase(Locale.ROOT);
    String before = matcher.group("day");
    String after = matcher.group("next");
    for (int m = 0; m < MONTHS.size(); m++) {
      if (name.startsWith(MONTHS.get(m).toLowerCase(Locale.ROOT))
          && (before == null || after == null)) {
        String day = before == null ? after : before;
        return at(matcher, year(matcher), m + 1, day == null ? 1 : number(day));
      }
    }
    return OptionalDouble.empty();
  }

  /** Two digits are years from 1970 to 2069. */
  private static int year(Matcher matcher) {
    int year = whole(matcher, "year");
    return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
  }

  private static OptionalDouble at(Matcher matcher, int year, int month, int day) {
    if (year < EARLIEST
        || year > LATEST
        || month < 1
        || month > 12
        || day < 1
        || day > YearMonth.of(year, month).lengthOfMonth()) {
      return OptionalDouble.empty();
    }
    double date = YearMonth.of(year, month).atDay(day).toEpochDay() * DatePart.DAY;
    if (matcher.group("hour") == null) {
      return OptionalDouble.of(date);
    }
    int hour = whole(matcher, "hour");
    int minute = whole(matcher, "minute");
    String written = matcher.group("second");
    double second = written == null ? 0 : Double.parseDouble(written.replace(',', '.'));
    String half = matcher.group("half");
    if (half != null) {
      if (hour < 1 || hour > 12) {
        return OptionalDouble.empty();
      }
      hour = hour % 12 + (half.charAt(0) == 'p' || half.charAt(0) == 'P' ? 12 : 0);
    }
    if (hour > 23 || minute > 59 || second >= 61) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        date + hour * 3600.0 + minute * 60.0 + second - offset(matcher.group("zone")));
  }

  private static double offset(@Nullable String zone) {
    if (zone == null || zone.equals("Z") || zone.equals("UTC")) {
      return 0;
    }
    int hours = number(zone.substring(1, 3));
    int minutes = zone.length() > 3 ? number(zone.substring(zone.length() - 2)) : 0;
    return (zone.charAt(0) == '-' ? -1 : 1) * (hours * 3600.0 + minutes * 60.0);
  }

  private static int whole(Matcher matcher, String group) {
    return number(Objects.requireNonNull(matcher.group(group)));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
