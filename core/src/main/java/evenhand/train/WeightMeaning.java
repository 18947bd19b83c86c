package evenhand.train;

import java.util.Locale;

/** What a column of row weights is for. */
public enum WeightMeaning {
  /** A row's error counts by its weight; in the rates of groups every row counts once. */
  ERROR,
  /** A row stands for so many people: its weight counts in the error and in the rates. */
  ERROR_AND_PARITY;

  /** Such as {@code error_and_parity}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
