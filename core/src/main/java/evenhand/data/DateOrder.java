package evenhand.data;

import java.util.Locale;

/** What comes first where a date is written in numbers. */
public enum DateOrder {
  /** {@code 2024-01-31}, {@code 2024/1/31}, {@code 20240131}; months by name too. */
  YEAR_FIRST,
  /** {@code 31.01.2024}, {@code 31/1/24}; where the year comes first, that is read too. */
  DAY_FIRST,
  /** {@code 01/31/2024}; where the year comes first, that is read too. */
  MONTH_FIRST;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
