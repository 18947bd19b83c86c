package evenhand.parity;

import java.util.Locale;

/** What the rate of a group is compared with. */
public enum Comparison {
  /** The largest group rate with the smallest: fairlearn's {@code between_groups}. */
  BETWEEN_GROUPS,
  /** Every group rate with the rate of all rows together: fairlearn's {@code to_overall}. */
  TO_OVERALL,
  /** Nothing: the largest group rate itself is bounded. */
  WORST_GROUP;

  /** Such as {@code between_groups}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
