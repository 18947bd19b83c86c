package evenhand.columns;

import java.util.Locale;

/** What a column is for. */
public enum ColumnRole {
  FEATURE,
  LABEL,
  GROUP,
  WEIGHT,
  /** Nothing: left out by what it is, or because somebody said so. */
  LEFT_OUT;

  /** Such as {@code left_out}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
