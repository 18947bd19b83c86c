package evenhand.parity;

import java.util.Locale;

/** Whether a stated requirement holds on some rows, as far as they can show. */
public enum Verdict {
  MET,
  NOT_MET,
  INSUFFICIENT_EVIDENCE;

  /** Such as {@code not_met}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As a person reads it, such as {@code not met}. */
  public String words() {
    return id().replace('_', ' ');
  }
}
