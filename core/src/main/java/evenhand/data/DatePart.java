package evenhand.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a date becomes, beside the day as a number: a category of its own for each value. */
public enum DatePart {
  WEEKDAY(List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")),
  MONTH(
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")),
  HOUR(hours());

  static final double DAY = 86_400;

  private static final double TWO_WEEKS = 14;
  private static final double YEAR = 365;

  private final List<String> names;

  DatePart(List<String> names) {
    this.names = names;
  }

  private static List<String> hours() {
    List<String> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      hours.add(hour + " h");
    }
    return List.copyOf(hours);
  }

  /** Names of its values, in order. */
  public List<String> names() {
    return names;
  }

  /** Such as {@code weekday}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value at a time in seconds since 1970, from 0. */
  int at(double seconds) {
    long day = day(seconds);
    return switch (this) {
      case WEEKDAY -> (int) Math.floorMod(day + 3, 7L);
      case MONTH -> LocalDate.ofEpochDay(day).getMonthValue() - 1;
      case HOUR -> (int) ((seconds - day * DAY) / 3600);
    };
  }

  static long day(double seconds) {
    return (long) Math.floor(seconds / DAY);
  }

  /** The year of a time in seconds since 1970. */
  static int year(double seconds) {
    return LocalDate.ofEpochDay(day(seconds)).getYear();
  }

  /**
   * The parts that dates of that range tell something by: weekdays from two weeks on, unless all
   * are the first of a month, months from a year on, hours where they differ.
   *
   * @param seconds since 1970; NaN where there is none
   */
  public static List<DatePart> of(double[] seconds) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    Map<DatePart, BitSet> seen = new EnumMap<>(DatePart.class);
    boolean onlyMonths = true;
    for (double second : seconds) {
      if (!Double.isNaN(second)) {
        low = Math.min(low, second);
        high = Math.max(high, second);
        onlyMonths &= LocalDate.ofEpochDay(day(second)).getDayOfMonth() == 1;
        for (DatePart part : values()) {
          seen.computeIfAbsent(part, first -> new BitSet()).set(part.at(second));
        }
      }
    }
    double days = (high - low) / DAY;
    List<DatePart> parts = new ArrayList<>();
    for (DatePart part : values()) {
      BitSet values = seen.get(part);
      int distinct = values == null ? 0 : values.cardinality();
      double least = part == WEEKDAY ? TWO_WEEKS : part == MONTH ? YEAR : 0;
      boolean told = part != WEEKDAY || !onlyMonths;
      if (told && distinct > 1 && days >= least) {
        parts.add(part);
      }
    }
    return parts;
  }
}
