package evenhand.parity;

import java.util.Locale;

/** How two rates are compared: 0 is even for a difference, 1 for a ratio. */
public enum Kind {
  DIFFERENCE,
  RATIO;

  /** Such as {@code difference}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
